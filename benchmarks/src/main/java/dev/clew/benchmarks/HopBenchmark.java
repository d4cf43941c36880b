// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.benchmarks.tracer.OpenTelemetrySource;
import dev.clew.benchmarks.tracer.SdkTracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request that arrives and another that leaves: extract, server span, inject, W3C headers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class HopBenchmark {

  /** Who traces. */
  @Param({"clew", "opentelemetry"})
  public String tracer;

  private final Map<String, String> incoming =
      Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  private final Map<String, String> outgoing = new HashMap<>();
  private OpenTelemetrySource source;
  private Tracer spans;
  private TextMapPropagator propagator;

  /** Starts the tracer. */
  @Setup
  public void start() {
    source = "clew".equals(tracer) ? new ClewTracing(1) : new SdkTracing(1);
    spans = source.openTelemetry().getTracer("dev.clew.benchmarks");
    propagator = source.openTelemetry().getPropagators().getTextMapPropagator();
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    source.close();
  }

  /** One hop; gives what was sent, so that nothing is left out. */
  @Benchmark
  public Map<String, String> hop() {
    Context caller = propagator.extract(Context.root(), incoming, Headers.INSTANCE);
    Span span =
        spans.spanBuilder("GET /orders").setParent(caller).setSpanKind(SpanKind.SERVER).startSpan();
    propagator.inject(caller.with(span), outgoing, Map::put);
    span.end();
    return outgoing;
  }

  private enum Headers implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public String get(Map<String, String> carrier, String key) {
      return carrier.get(key);
    }
  }
}
