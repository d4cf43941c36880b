// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static dev.clew.instrument.logs.Spans.CHILD;
import static dev.clew.instrument.logs.Spans.SPAN;
import static dev.clew.instrument.logs.Spans.TRACE;
import static dev.clew.instrument.logs.Spans.context;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.as.ejb3.component.interceptors.AsyncFutureInterceptorFactory;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The MDC is copied to the thread of a call as WildFly does it. */
@SuppressWarnings("try") // scopes are opened for their effect
class CarriedContextTest {

  private static final String KEY = "clew.context";

  private final ContextStorage storage = new MdcStorage(ContextStorage.defaultStorage());
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private Runnable stopLogs;

  @BeforeEach
  void start() throws Exception {
    MDC.clear();
    pool.submit(() -> {}).get();
    stopLogs =
        LogCorrelation.start(Settings.of(Map.of()), () -> JBossMdc.of(MDC.class.getClassLoader()));
    LogCorrelation.carry(true);
  }

  @AfterEach
  void stop() {
    LogCorrelation.carry(false);
    stopLogs.run();
    pool.shutdown();
    assertThat(MDC.copy()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void isTheCallersToTakeOnce() throws Exception {
    Context caller = context(TRACE, SPAN).with(Baggage.builder().put("user", "ariadne").build());
    Map<String, Object> copied;
    try (Scope scope = storage.attach(caller)) {
      copied = MDC.copyObject();
    }
    assertThat(takenWith(copied)).isSameAs(caller);
    assertThat(pool.submit(LogCorrelation::takeCarried).get()).isNull();
  }

  @Test
  void isTheInnermost() throws Exception {
    Context outer = context(TRACE, SPAN);
    Context baggage = outer.with(Baggage.builder().put("user", "ariadne").build());
    try (Scope scope = storage.attach(outer)) {
      try (Scope inner = storage.attach(context(TRACE, CHILD))) {
        assertThat(MDC.get(KEY)).isEqualTo(CHILD);
      }
      assertThat(takenWith(MDC.copyObject())).isSameAs(outer);
      try (Scope inner = storage.attach(baggage)) {
        assertThat(takenWith(MDC.copyObject())).isSameAs(baggage);
      }
      try (Scope cleared = storage.attach(Context.root())) {
        assertThat(takenWith(MDC.copyObject())).isNull();
      }
      assertThat(takenWith(MDC.copyObject())).isSameAs(outer);
    }
  }

  @Test
  void isNobodysOnceAThreadHasInheritedIt() throws Exception {
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      Map<String, Object> copied = MDC.copyObject();
      new Thread(() -> {});
      assertThat(takenWith(copied)).isNull();
      assertThat(takenWith(MDC.copyObject())).isNull();
      try (Scope inner = storage.attach(context(TRACE, CHILD))) {
        assertThat(takenWith(MDC.copyObject())).isNotNull();
      }
    }
    new Thread(() -> {});
  }

  @Test
  void staysWhereTheServerStartsTheThreadOfTheCall() throws Exception {
    Context caller = context(TRACE, SPAN);
    try (Scope scope = storage.attach(caller)) {
      Map<String, Object> copied = MDC.copyObject();
      AsyncFutureInterceptorFactory.execute(() -> {}).join();
      assertThat(takenWith(copied)).isSameAs(caller);
    }
  }

  @Test
  void leavesAloneWhereASpanIsCurrent() {
    Context current = context(TRACE, SPAN);
    try (Scope scope = storage.attach(current)) {
      assertThat(LogCorrelation.takeCarried()).isNull();
      assertThat(MDC.get(KEY)).isEqualTo(SPAN);
    }
  }

  @Test
  void isNotThereWhereNobodyAsksForIt() {
    LogCorrelation.carry(false);
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(MDC.get(KEY)).isNull();
    }
    LogCorrelation.carry(true);
  }

  private Context takenWith(Map<String, Object> copied) throws Exception {
    return pool.submit(
            () -> {
              MDC.clear();
              copied.forEach(MDC::putObject);
              try {
                return LogCorrelation.takeCarried();
              } finally {
                MDC.clear();
              }
            })
        .get();
  }
}
