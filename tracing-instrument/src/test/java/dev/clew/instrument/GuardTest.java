// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardTest {

  private final Logger logger = Logger.getLogger("dev.clew");
  private final List<LogRecord> logged = new ArrayList<>();
  private final String kind = "test " + UUID.randomUUID();
  private RuntimeException handlerFailure;

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
          if (handlerFailure != null) {
            throw handlerFailure;
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setLevel(null);
    logger.setUseParentHandlers(true);
  }

  @Test
  void keepsExceptionsAndErrors() {
    Guard.run(kind, () -> fail(new IllegalStateException()));
    Guard.run(kind, () -> fail(new StackOverflowError()));
    Guard.run(kind, () -> fail(new Exception("sneaky")));

    assertThat(logged).hasSize(3);
  }

  @Test
  void givesFallbackWhereThereIsNoValue() {
    assertThat(Guard.call(kind, () -> "value", "fallback")).isEqualTo("value");
    assertThat(Guard.call(kind, () -> null, "fallback")).isEqualTo("fallback");
    assertThat(
            Guard.<String>call(
                kind,
                () -> {
                  throw new NoSuchMethodError();
                },
                "fallback"))
        .isEqualTo("fallback");
  }

  @Test
  void warnsOnceOfEachKind() {
    Guard.failed(kind, new IllegalStateException());
    Guard.failed(kind, new IllegalStateException());
    Guard.failed(kind + " other", new IllegalStateException());

    assertThat(logged)
        .extracting(LogRecord::getLevel)
        .containsExactly(Level.WARNING, Level.FINE, Level.WARNING);
    assertThat(logged.get(0).getMessage()).startsWith("CLEW-0050: tracing failed to " + kind);
  }

  @Test
  void logsNothingThatCouldForgeLines() {
    Guard.failed(kind, new IllegalStateException("a\r\nCLEW-9999: forged" + "x".repeat(10_000)));

    StringWriter text = new StringWriter();
    logged.get(0).getThrown().printStackTrace(new PrintWriter(text));
    assertThat(text.toString().lines().filter(line -> line.startsWith("CLEW-9999"))).isEmpty();
    assertThat(text.toString().lines().findFirst().orElseThrow()).hasSizeLessThan(500);
    assertThat(text.toString()).contains("IllegalStateException", "GuardTest");
  }

  @Test
  void survivesFailureThatCannotBeDescribed() {
    Guard.failed(
        kind,
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException();
          }
        });

    assertThat(logged).hasSize(1);
  }

  @Test
  void survivesLogThatFails() {
    handlerFailure = new IllegalStateException("the disk is full");

    Guard.run(kind, () -> fail(new IllegalStateException()));

    assertThat(logged).hasSize(1);
  }

  @Test
  void keepsInterrupts() {
    Guard.run(kind, () -> fail(new InterruptedException()));

    assertThat(Thread.interrupted()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void fail(Throwable failure) throws E {
    throw (E) failure;
  }
}
