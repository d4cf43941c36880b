// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service behind AWS's entrances records and sends on, by {@code otel.propagators}. */
class XRayThroughEngineTest {

  private static final String TRACE_ID = "5759e988bd862e3fe1be46a994272793";
  private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";
  private static final String PARENT_ID = "53995c3f42cd8ad8";
  private static final String OTHER_TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACE_PARENT = "00-" + OTHER_TRACE_ID + "-b7ad6b7169203331-01";

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().setting("otel.propagators", "xray").build();

  @Test
  void behindALoadBalancerTheTraceHasItsId() {
    Map<String, String> sent = serve(header("Self=1-67891233-abcdef012345678912345678;" + ROOT));

    FinishedSpan served = tracing.takeOne();
    assertThat(served.traceId()).isEqualTo(TRACE_ID);
    assertThat(served.isRoot()).isTrue();
    assertThat(sent)
        .containsOnly(
            Map.entry(XRayHeader.NAME, ROOT + ";Parent=" + served.spanId() + ";Sampled=1"));
  }

  @Test
  void behindAGatewayThatTracesItsSpanIsTheParent() {
    serve(header(ROOT + ";Parent=" + PARENT_ID + ";Sampled=1"));

    FinishedSpan served = tracing.takeOne();
    assertThat(served.traceId()).isEqualTo(TRACE_ID);
    assertThat(served.parentSpanId()).isEqualTo(PARENT_ID);
    assertThat(served.hasRemoteParent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "parentbased_always_off, Sampled=1, 1",
    "parentbased_always_off, Sampled=?, 0",
    "parentbased_always_on, Sampled=?, 1",
    "parentbased_always_on, Sampled=0, 0",
  })
  void callersDecisionIsFollowedUnlessItIsLeftToUs(String sampler, String field, String sampled) {
    tracing.configure(Map.of("otel.traces.sampler", sampler));
    tracing.ignoreOthers();

    for (String parent : new String[] {"", ";Parent=" + PARENT_ID}) {
      String sent = serve(header(ROOT + parent + ";" + field)).get(XRayHeader.NAME);
      assertThat(sent).startsWith(ROOT + ";Parent=").endsWith(";Sampled=" + sampled);
    }
  }

  @Test
  void callerThatLeavesTheDecisionToUsIsTheParentAllTheSame() {
    serve(header(ROOT + ";Parent=" + PARENT_ID + ";Sampled=?"));

    assertThat(tracing.takeOne().parentSpanId()).isEqualTo(PARENT_ID);
  }

  @Test
  void lineageIsSentOn() {
    Map<String, String> sent =
        serve(header(ROOT + ";Parent=" + PARENT_ID + ";Sampled=1;Lineage=1:a87bd80c:1"));

    FinishedSpan served = tracing.takeOne();
    assertThat(sent.get(XRayHeader.NAME))
        .isEqualTo(ROOT + ";Parent=" + served.spanId() + ";Sampled=1;Lineage=1:a87bd80c:1");
  }

  @ParameterizedTest
  @CsvSource({
    "'xray,tracecontext', " + OTHER_TRACE_ID,
    "'tracecontext,xray', " + TRACE_ID,
    "tracecontext, " + OTHER_TRACE_ID,
  })
  void ofSeveralHeadersTheLastOneWins(String propagators, String traceId) {
    tracing.configure(Map.of("otel.propagators", propagators));
    serve(
        Map.of(
            "traceparent",
            TRACE_PARENT,
            XRayHeader.NAME,
            ROOT + ";Parent=" + PARENT_ID + ";Sampled=1"));

    assertThat(tracing.takeOne().traceId()).isEqualTo(traceId);
  }

  @Test
  void loadBalancersHeaderPushesNoCallerAside() {
    tracing.configure(Map.of("otel.propagators", "tracecontext,xray"));
    Map<String, String> sent = serve(Map.of("traceparent", TRACE_PARENT, XRayHeader.NAME, ROOT));

    FinishedSpan served = tracing.takeOne();
    assertThat(served.traceId()).isEqualTo(OTHER_TRACE_ID);
    assertThat(sent.get(XRayHeader.NAME)).startsWith("Root=1-0af76519-16cd43dd8448eb211c80319c");
    assertThat(sent.get("traceparent")).startsWith("00-" + OTHER_TRACE_ID);
  }

  @Test
  void lambdasRuntimeSaysWhoCalled() {
    tracing.configure(Map.of("otel.propagators", "xray-lambda"));
    System.setProperty(
        "com.amazonaws.xray.traceHeader", ROOT + ";Parent=" + PARENT_ID + ";Sampled=1");
    try {
      serve(Map.of());
    } finally {
      System.clearProperty("com.amazonaws.xray.traceHeader");
    }

    assertThat(tracing.takeOne().parentSpanId()).isEqualTo(PARENT_ID);
    assertThat(tracing.problems()).isEmpty();
  }

  private static Map<String, String> header(String value) {
    return Map.of(XRayHeader.NAME, value);
  }

  /** Handles a request with these headers, and returns those of a request that it makes. */
  private Map<String, String> serve(Map<String, String> headers) {
    TextMapPropagator propagator = tracing.openTelemetry().getPropagators().getTextMapPropagator();
    Context caller = Headers.extracted(propagator, headers);
    Span server =
        tracing
            .tracer()
            .spanBuilder("served")
            .setSpanKind(SpanKind.INTERNAL)
            .setParent(caller)
            .startSpan();
    Map<String, String> sent = Headers.injected(propagator, caller.with(server));
    server.end();
    return sent;
  }
}
