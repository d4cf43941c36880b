// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineLifecycleTest {

  @Test
  void theEngineIsFoundByItsService() {
    CollectingSink sink = new CollectingSink();
    EngineProvider provider = ServiceLoader.load(EngineProvider.class).findFirst().orElseThrow();
    try (Engine engine = provider.start(Settings.of(Map.of("otel.service.name", "shop")), sink)) {
      engine.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();

      assertThat(engine.openTelemetry()).isSameAs(engine.openTelemetry());
    }
    assertThat(sink.only().getName()).isEqualTo("s");
    assertThat(sink.resource.getResource().getAttributesList())
        .contains(Otlp.attribute("service.name", "shop"));
  }

  @Test
  void nothingIsRecordedOnceItIsClosed() {
    TestEngine engine = new TestEngine(Map.of());
    Tracer tracer = engine.tracer();
    Span open = engine.span("open");
    engine.close();
    open.setAttribute("k", "v").end();
    Span late = tracer.spanBuilder("late").startSpan();
    late.end();

    assertThat(open.isRecording()).isFalse();
    assertThat(late.isRecording()).isFalse();
    assertThat(engine.sink.spans).isEmpty();
    assertThat(engine.problems).isEmpty();
  }

  @Test
  void contextsAreStillPassedOnOnceItIsClosed() {
    TestEngine engine = new TestEngine(Map.of());
    Span open = engine.span("open");
    engine.close();
    Span late =
        engine.tracer().spanBuilder("late").setParent(Context.root().with(open)).startSpan();

    assertThat(late.getSpanContext()).isEqualTo(open.getSpanContext());
    late.end();
    assertThat(late).isNotSameAs(open);
  }

  @Test
  void theSamplerIsClosedOnceWithTheEngine() {
    AtomicInteger closed = new AtomicInteger();
    Sampler sampler =
        new Sampler() {
          @Override
          public Decision sample(Candidate candidate) {
            return Decision.SAMPLE;
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    TestEngine engine = new TestEngine(sampler);
    engine.close();
    engine.close();

    assertThat(closed).hasValue(1);
  }

  @Test
  void whoKeepsATracerDoesNotKeepTheSink() {
    WeakReference<CollectingSink> sink = new WeakReference<>(new CollectingSink());
    Engine engine = ClewEngine.start(Settings.of(Map.of()), sink.get(), new SystemClock());
    Tracer kept = engine.openTelemetry().getTracer("kept by somebody in the server");
    engine.close();

    for (int i = 0; i < 100 && sink.get() != null; i++) {
      System.gc();
    }
    assertThat(sink.get()).isNull();
    assertThat(kept.spanBuilder("s").startSpan().isRecording()).isFalse();
  }

  @Test
  void disabledItOnlyPassesContextsOn() {
    TestEngine engine =
        new TestEngine(Map.of("otel.sdk.disabled", "true", "otel.propagators", "b3"));
    OpenTelemetry openTelemetry = engine.openTelemetry();
    Span span = openTelemetry.getTracer("t").spanBuilder("s").startSpan();
    span.end();
    engine.close();

    assertThat(span.isRecording()).isFalse();
    assertThat(openTelemetry.getPropagators().getTextMapPropagator().fields()).contains("b3");
    assertThat(engine.sink.spans).isEmpty();
  }

  @Test
  void itLeavesNoThreadBehind() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    TestEngine engine = new TestEngine(Map.of());
    engine.span("s").end();

    assertThat(before).containsAll(Thread.getAllStackTraces().keySet());
    engine.close();
  }

  @Test
  void metricsAndLogsDoNothing() {
    OpenTelemetry openTelemetry = new TestEngine(Map.of()).openTelemetry();

    openTelemetry.getMeter("m").counterBuilder("c").build().add(1);
    openTelemetry.getLogsBridge().get("l").logRecordBuilder().setBody("b").emit();
    assertThat(openTelemetry.toString()).doesNotContain("\n");
  }
}
