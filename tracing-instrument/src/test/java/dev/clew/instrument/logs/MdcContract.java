// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static dev.clew.instrument.logs.Spans.CHILD;
import static dev.clew.instrument.logs.Spans.OTHER_TRACE;
import static dev.clew.instrument.logs.Spans.SPAN;
import static dev.clew.instrument.logs.Spans.TRACE;
import static dev.clew.instrument.logs.Spans.context;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every MDC: it tells of the current span, and otherwise of nothing. */
@SuppressWarnings("try")
abstract class MdcContract {

  private final ContextStorage storage = new MdcStorage(ContextStorage.defaultStorage());
  private Runnable stop;

  abstract Mdc mdc() throws Exception;

  /** What the logging library itself says that is in the calling thread's. */
  abstract Map<String, String> shown();

  abstract void put(String key, String value);

  abstract void clear();

  @BeforeEach
  void start() {
    clear();
    stop = LogCorrelation.start(Settings.of(Map.of()), this::mdc);
  }

  @AfterEach
  void stop() {
    stop.run();
    assertThat(shown()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void holdsTheIdsWhileASpanIsCurrent() {
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void holdsTheIdsOfSpansThatAreNotSampled() {
    try (Scope scope = storage.attach(context(TRACE, SPAN, TraceFlags.getDefault()))) {
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "00"));
    }
  }

  @Test
  void goesBackToTheOuterSpan() {
    try (Scope outer = storage.attach(context(TRACE, SPAN))) {
      try (Scope inner = storage.attach(context(TRACE, CHILD))) {
        assertThat(shown()).isEqualTo(ids(TRACE, CHILD, "01"));
      }
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
      try (Scope inner = storage.attach(context(OTHER_TRACE, CHILD, TraceFlags.getDefault()))) {
        assertThat(shown()).isEqualTo(ids(OTHER_TRACE, CHILD, "00"));
      }
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    }
  }

  @Test
  void changesFlagsThatDifferInOneTrace() {
    try (Scope outer = storage.attach(context(TRACE, SPAN))) {
      try (Scope inner = storage.attach(context(TRACE, CHILD, TraceFlags.getDefault()))) {
        assertThat(shown()).isEqualTo(ids(TRACE, CHILD, "00"));
      }
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    }
  }

  @Test
  void holdsNothingWhereTheContextIsCleared() {
    try (Scope outer = storage.attach(context(TRACE, SPAN))) {
      try (Scope cleared = storage.attach(Context.root())) {
        assertThat(shown()).isEmpty();
      }
      assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    }
  }

  @Test
  void putsBackWhatTheApplicationHadThere() {
    put("trace_id", "of the application");
    put("user", "ariadne");
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(shown())
          .hasSize(4)
          .containsEntry("trace_id", TRACE)
          .containsEntry("user", "ariadne");
    }
    assertThat(shown()).isEqualTo(Map.of("trace_id", "of the application", "user", "ariadne"));
    clear();
  }

  @Test
  void holdsAllAgainAfterTheApplicationHasClearedIt() {
    try (Scope outer = storage.attach(context(TRACE, SPAN))) {
      clear();
      try (Scope inner = storage.attach(context(TRACE, CHILD))) {
        assertThat(shown()).isEqualTo(ids(TRACE, CHILD, "01"));
      }
    }
  }

  @Test
  void followsTheContextWhenScopesCloseInTheWrongOrder() {
    Scope outer = storage.attach(context(TRACE, SPAN));
    Scope inner = storage.attach(context(OTHER_TRACE, CHILD));

    outer.close();
    assertThat(shown()).isEqualTo(ids(OTHER_TRACE, CHILD, "01"));
    inner.close();
    assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    outer.close();
  }

  @Test
  void closingTwiceChangesNothing() {
    Scope scope = storage.attach(context(TRACE, SPAN));
    scope.close();
    put("trace_id", "of the application");
    scope.close();
    assertThat(shown()).isEqualTo(Map.of("trace_id", "of the application"));
    clear();
  }

  @Test
  void closingOnAnotherThreadChangesNothingThere() throws Exception {
    Scope scope = storage.attach(context(TRACE, SPAN));
    onAnotherThread(
        () -> {
          put("trace_id", "of the other thread");
          scope.close();
          assertThat(shown()).isEqualTo(Map.of("trace_id", "of the other thread"));
        });
    assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
    scope.close();
  }

  @Test
  void goesWithTheContextToOtherThreads() throws Exception {
    Context handedOver = context(TRACE, SPAN);
    onAnotherThread(
        () -> {
          try (Scope scope = storage.attach(handedOver)) {
            assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
          }
          assertThat(shown()).isEmpty();
        });
  }

  @Test
  void forgetsTheSpanInWhichAThreadWasStarted() throws Exception {
    onAnotherThread(
        () -> {
          ids(OTHER_TRACE, CHILD, "01").forEach(this::put);
          try (Scope scope = storage.attach(context(TRACE, SPAN))) {
            assertThat(shown()).isEqualTo(ids(TRACE, SPAN, "01"));
          }
          assertThat(shown()).isEmpty();
        });
  }

  @Test
  void cleansUpAfterTheApplicationHasStopped() {
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      stop.run();
    }
    assertThat(shown()).isEmpty();
  }

  private void onAnotherThread(Runnable action) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other.submit(this::clear).get();
      other.submit(action).get();
    } finally {
      other.shutdown();
    }
  }

  private static Map<String, String> ids(String traceId, String spanId, String flags) {
    return Map.of("trace_id", traceId, "span_id", spanId, "trace_flags", flags);
  }
}
