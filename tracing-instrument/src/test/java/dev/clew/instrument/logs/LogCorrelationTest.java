// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static dev.clew.instrument.logs.Spans.CHILD;
import static dev.clew.instrument.logs.Spans.SPAN;
import static dev.clew.instrument.logs.Spans.TRACE;
import static dev.clew.instrument.logs.Spans.context;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

@SuppressWarnings("try")
class LogCorrelationTest {

  private static final ContextKey<String> KEY = ContextKey.named("something");

  private final ContextStorage storage = new MdcStorage(ContextStorage.defaultStorage());
  private final List<String> problems = new ArrayList<>();
  private final List<Runnable> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(Runnable::run);
    assertThat(LogCorrelation.entries()).isNull();
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void findsALoggingLibraryByItself() {
    start(Map.of());
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(MDC.get("trace_id")).isEqualTo(TRACE);
    }
  }

  @Test
  void usesTheKeysThatAreConfigured() {
    start(
        Map.of(
            "clew.logs.mdc", "slf4j",
            "otel.instrumentation.common.logging.trace-id", "traceId",
            "otel.instrumentation.common.logging.span-id", "spanId",
            "otel.instrumentation.common.logging.trace-flags", "flags"));
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(MDC.getCopyOfContextMap())
          .isEqualTo(Map.of("traceId", TRACE, "spanId", SPAN, "flags", "01"));
    }
  }

  @Test
  void isOffWhereConfigured() {
    start(Map.of("clew.logs.mdc", "none"));
    assertThat(LogCorrelation.entries()).isNull();
    assertStaysOutOfTheWay(context(TRACE, SPAN));
  }

  @Test
  void tellsThatAnMdcIsNotThere() {
    start(Map.of("clew.logs.mdc", "jboss"));
    assertStaysOutOfTheWay(context(TRACE, SPAN));
    assertThat(problems).singleElement().asString().startsWith("CLEW-0061: ");
    assertThat(LogCorrelation.entries()).isNull();
  }

  @Test
  void looksForAnMdcOnceAndNotBeforeThereIsASpan() {
    AtomicInteger looked = new AtomicInteger();
    start(
        () -> {
          looked.incrementAndGet();
          return null;
        });
    assertStaysOutOfTheWay(Context.root().with(KEY, "value"));
    assertThat(looked).hasValue(0);

    assertStaysOutOfTheWay(context(TRACE, SPAN));
    assertStaysOutOfTheWay(context(TRACE, SPAN));
    assertThat(looked).hasValue(1);
    assertThat(problems).isEmpty();
  }

  @Test
  void letsALoggingLibraryUseSpansWhileItStarts() {
    start(
        () -> {
          assertStaysOutOfTheWay(context(TRACE, CHILD));
          return new Slf4jMdc();
        });
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(MDC.get("span_id")).isEqualTo(SPAN);
    }
  }

  @Test
  void addsNoScopeWhereTheSpanStaysTheSame() {
    start(Map.of());
    Context outer = context(TRACE, SPAN);
    try (Scope scope = storage.attach(outer)) {
      assertStaysOutOfTheWay(outer.with(KEY, "value"));
      assertStaysOutOfTheWay(outer);
      assertThat(MDC.get("trace_id")).isEqualTo(TRACE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void survivesAnMdcThatFails(int call) {
    start(() -> new FailingMdc(call));
    for (int i = 0; i < 2; i++) {
      try (Scope scope = storage.attach(context(TRACE, SPAN))) {
        assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(SPAN);
      }
      assertThat(Context.current()).isSameAs(Context.root());
    }
    assertThat(problems).singleElement().asString().startsWith("CLEW-0060: ");
  }

  @Test
  void survivesALoggingLibraryThatDoesNotStart() {
    start(
        () -> {
          throw new NoClassDefFoundError("broken");
        });
    assertStaysOutOfTheWay(context(TRACE, SPAN));
    assertThat(problems).singleElement().asString().startsWith("CLEW-0060: ");
  }

  @Test
  void survivesASpanThatFails() {
    start(Map.of());
    Span failing =
        (Span)
            Proxy.newProxyInstance(
                Span.class.getClassLoader(),
                new Class<?>[] {Span.class},
                (proxy, method, arguments) -> {
                  if (method.isDefault()) {
                    return InvocationHandler.invokeDefault(proxy, method, arguments);
                  }
                  throw new NoSuchMethodError("another version");
                });
    Context context = Context.root().with(failing);
    try (Scope scope = storage.attach(context)) {
      assertThat(Context.current()).isSameAs(context);
    }
    assertThat(problems).singleElement().asString().startsWith("CLEW-0060: ");
  }

  @Test
  void applicationsThatShareTheLibraryShareTheMdc() {
    Runnable first = start(Map.of());
    start(Map.of());
    first.run();
    try (Scope scope = storage.attach(context(TRACE, SPAN))) {
      assertThat(MDC.get("trace_id")).isEqualTo(TRACE);
    }
  }

  private void assertStaysOutOfTheWay(Context context) {
    try (Scope scope = storage.attach(context)) {
      assertThat(scope).isNotInstanceOf(MdcScope.class);
    }
  }

  private Runnable start(Map<String, String> values) {
    return started(LogCorrelation.start(settings(values)));
  }

  private void start(Callable<Mdc> finder) {
    started(LogCorrelation.start(settings(Map.of()), finder));
  }

  private Runnable started(Runnable stop) {
    running.add(stop);
    return stop;
  }

  private Settings settings(Map<String, String> values) {
    return Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
  }

  /** Fails at one of its calls, and keeps what the others have put there. */
  private static final class FailingMdc implements Mdc {

    private final Mdc real = new Slf4jMdc();
    private int callsLeft;

    FailingMdc(int call) {
      callsLeft = call;
    }

    @Override
    public Object swap(String key, Object value) {
      count();
      return real.swap(key, value);
    }

    @Override
    public String text(Object before) {
      return real.text(before);
    }

    @Override
    public void set(String key, Object value) {
      real.set(key, value);
      count();
    }

    private void count() {
      if (--callsLeft == 0) {
        throw new StackOverflowError("an MDC that fails");
      }
    }
  }
}
