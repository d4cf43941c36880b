// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every method that the API at hand has, newer ones too, with nothing. */
class NullToleranceTest {

  static Stream<Arguments> methods() {
    TestEngine engine = new TestEngine(Map.of());
    TestEngine off = new TestEngine(Map.of("otel.traces.sampler", "always_off"));
    Tracer tracer = engine.tracer();
    Span ended = engine.span("ended");
    ended.end();
    return Stream.of(
            of(OpenTelemetry.class, engine.openTelemetry()),
            of(TracerProvider.class, engine.openTelemetry().getTracerProvider()),
            of(TracerBuilder.class, engine.openTelemetry().tracerBuilder(null)),
            of(Tracer.class, tracer),
            of(SpanBuilder.class, tracer.spanBuilder(null)),
            of(Span.class, engine.span("recording")),
            of(Span.class, ended),
            of(Span.class, off.span("unsampled")),
            of(SpanContext.class, engine.span("s").getSpanContext()))
        .flatMap(methods -> methods);
  }

  private static <T> Stream<Arguments> of(Class<T> type, T target) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !method.getName().equals("makeCurrent"))
        .map(method -> Arguments.of(target, Named.of(method.toString(), method)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void noMethodMindsNull(Object target, Method method) throws Exception {
    Object[] nothing =
        Arrays.stream(method.getParameterTypes()).map(NullToleranceTest::nothing).toArray();

    Object result = method.invoke(target, nothing);

    assertThat(result == null).isEqualTo(method.getReturnType() == void.class);
  }

  /** {@code null}, or a primitive's 0 or false. */
  private static Object nothing(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }
}
