// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.Traced;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tracing begins before the first bean and ends after the last. */
class StartAndStopTest {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private static final List<Boolean> RECORDING = new ArrayList<>();

  @RegisterExtension final WeldExtension weld = new WeldExtension();

  @BeforeEach
  void exportNothing() {
    System.setProperty("otel.traces.exporter", "none");
    RECORDING.clear();
  }

  @AfterEach
  void forget() {
    System.clearProperty("otel.traces.exporter");
  }

  @Test
  void aBeanIsTracedFromItsBirthToItsEnd() {
    weld.start(Early.class, Helper.class).close();
    assertThat(RECORDING).containsExactly(true, true, true);
    assertThat(Tracing.current().openTelemetry()).isSameAs(OpenTelemetry.noop());
  }

  @Test
  void aDeploymentThatFailsLaterOnHasStartedNothing() {
    List<String> log = new ArrayList<>();
    Handler handler = listening(log);
    try {
      assertThatThrownBy(() -> weld.start(List.of(new Refusing()), Early.class, Helper.class))
          .hasMessageContaining("refused");
      assertThat(log).isEmpty();
      weld.start(Helper.class);
      assertThat(log).singleElement().asString().startsWith("Clew traces");
    } finally {
      LOGGER.removeHandler(handler);
      LOGGER.setLevel(null);
    }
  }

  @Test
  void twoContainersOfAnApplicationShareWhatRuns() {
    SeContainer first = weld.start(Helper.class);
    SeContainer second = weld.start(Helper.class);
    OpenTelemetry shared = Tracing.current().openTelemetry();
    first.close();
    assertThat(Tracing.current().openTelemetry()).isSameAs(shared);
    second.close();
    assertThat(Tracing.current().openTelemetry()).isSameAs(OpenTelemetry.noop());
  }

  @Test
  void callsAfterTheEndGoThroughUntraced() throws Exception {
    SeContainer container = weld.start(Helper.class);
    TracedInterceptor interceptor = new TracedInterceptor();
    container.close();
    assertThat(interceptor.aroundInvoke(CallOf.current(new Helper(), "called")))
        .isEqualTo("called");
  }

  private static Handler listening(List<String> log) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            log.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LOGGER.addHandler(handler);
    LOGGER.setLevel(Level.INFO);
    return handler;
  }

  @ApplicationScoped
  static class Early {
    @Inject Helper helper;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
      helper.help();
    }

    @PostConstruct
    void born() {
      helper.help();
    }

    @PreDestroy
    void gone() {
      helper.help();
    }
  }

  @ApplicationScoped
  static class Helper {
    @Inject Span span;

    @Traced
    void current() {}

    @Traced
    void help() {
      RECORDING.add(span.isRecording());
    }
  }

  /** Refuses the deployment after Clew has started. */
  static class Refusing implements Extension {
    void refuse(@Observes AfterDeploymentValidation event) {
      event.addDeploymentProblem(new IllegalStateException("refused"));
    }
  }
}
