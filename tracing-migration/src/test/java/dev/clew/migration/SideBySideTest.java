// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.entities.TraceHeader;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.jaegertracing.internal.JaegerSpanContext;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.reporters.InMemoryReporter;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapAdapter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services that have moved and services that have not are in one trace, as the guides have it. */
class SideBySideTest {

  @RegisterExtension
  final TracingExtension tracing = TracingExtension.builder().allowAttributes("item").build();

  @Test
  void aServiceWithJaegersTracerCallsOneThatHasMoved() throws Exception {
    speakAsIn("microprofile-opentracing");
    JaegerTracer old = jaeger();
    JaegerSpanContext caller = old.buildSpan("caller").start().context();
    Map<String, String> headers = new HashMap<>();
    old.inject(caller, Format.Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    old.close();

    serve(headers);

    FinishedSpan served = tracing.takeOne();
    assertThat(served.traceId()).endsWith(caller.getTraceId());
    assertThat(served.parentSpanId()).isEqualTo(caller.toSpanId());
  }

  @Test
  void aServiceThatHasMovedCallsOneWithJaegersTracer() throws Exception {
    speakAsIn("microprofile-opentracing");
    Map<String, String> headers = call();
    FinishedSpan caller = tracing.takeOne();

    JaegerTracer old = jaeger();
    JaegerSpanContext received =
        old.extract(Format.Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    old.close();

    assertThat(received.getTraceId()).isEqualTo(caller.traceId());
    assertThat(received.toSpanId()).isEqualTo(caller.spanId());
    assertThat(received.isSampled()).isTrue();
    assertThat(headers).containsKeys("uber-trace-id", "traceparent");
  }

  @Test
  void codeAgainstOpenTracingIsInTheTraceByTheShim() {
    Span around = tracing.tracer().spanBuilder("around").startSpan();
    try (Scope current = around.makeCurrent()) {
      assertThat(current).isNotNull();
      OpenTracingShim.createTracerShim(tracing.openTelemetry())
          .buildSpan("load prices")
          .withTag("item", "rope")
          .start()
          .finish();
    }
    around.end();
    FinishedSpan shimmed = tracing.take("load prices");
    assertThat(shimmed.text("item")).isEqualTo("rope");
    assertThat(shimmed.parentSpanId()).isEqualTo(tracing.take("around").spanId());
  }

  @Test
  void xRaysHeaderGoesBothWays() throws Exception {
    TraceHeader incoming =
        TraceHeader.fromString(
            "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");
    speakAsIn("aws-xray-sdk");
    Map<String, String> sent = serve(Map.of(TraceHeader.HEADER_KEY, incoming.toString()));
    FinishedSpan served = tracing.takeOne();
    assertThat(served.traceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
    assertThat(served.parentSpanId()).isEqualTo("53995c3f42cd8ad8");
    TraceHeader outgoing = TraceHeader.fromString(sent.get(TraceHeader.HEADER_KEY));
    assertThat(outgoing.getRootTraceId()).isEqualTo(incoming.getRootTraceId());
    assertThat(outgoing.getParentId()).isEqualTo(served.spanId());
    assertThat(outgoing.getSampled()).isEqualTo(TraceHeader.SampleDecision.SAMPLED);
    assertThat(sent).containsKey("traceparent");
  }

  @Test
  void aTraceHasTheIdOfALoadBalancersHeader() throws Exception {
    speakAsIn("aws-xray-sdk");
    serve(Map.of(TraceHeader.HEADER_KEY, "Root=1-5759e988-bd862e3fe1be46a994272793"));
    FinishedSpan served = tracing.takeOne();
    assertThat(served.isRoot()).isTrue();
    assertThat(served.traceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
  }

  private static JaegerTracer jaeger() {
    return new JaegerTracer.Builder("old")
        .withSampler(new ConstSampler(true))
        .withReporter(new InMemoryReporter())
        .build();
  }

  /** As the guide configures a service that has moved before others. */
  private void speakAsIn(String guide) throws Exception {
    Properties shown = new Properties();
    for (Snippet properties : Guide.from(guide).snippets("properties").toList()) {
      shown.load(new java.io.StringReader(properties.text()));
    }
    tracing.configure(Map.of("otel.propagators", shown.getProperty("otel.propagators")));
    assertThat(tracing.problems()).isEmpty();
  }

  private Map<String, String> call() {
    return serve(Map.of());
  }

  /** Handles a request with these headers, and returns those of a request that it makes. */
  private Map<String, String> serve(Map<String, String> headers) {
    var propagator = tracing.openTelemetry().getPropagators().getTextMapPropagator();
    Context caller = propagator.extract(Context.root(), headers, Headers.GETTER);
    Span server =
        tracing
            .tracer()
            .spanBuilder("served")
            .setSpanKind(SpanKind.INTERNAL)
            .setParent(caller)
            .startSpan();
    Map<String, String> sent = new HashMap<>();
    propagator.inject(caller.with(server), sent, Map::put);
    server.end();
    return sent;
  }

  private enum Headers implements TextMapGetter<Map<String, String>> {
    GETTER;

    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public String get(Map<String, String> headers, String key) {
      return headers.get(key);
    }
  }
}
