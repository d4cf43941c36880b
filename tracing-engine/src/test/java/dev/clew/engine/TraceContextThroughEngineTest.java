// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a service sends on of what it received, as W3C Trace Context level 2 asks ("Processing
 * Model"): in through the propagators, through a server span, and out again.
 */
class TraceContextThroughEngineTest {

  private static final String TRACE_ID = "12345678901234567890123456789012";
  private static final String SPAN_ID = "1234567890123456";

  private final TestEngine engine = new TestEngine(Map.of());
  private final TextMapPropagator propagator =
      engine.openTelemetry().getPropagators().getTextMapPropagator();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void traceStartsWhereNoneComesIn() {
    Sent sent = send(Map.of());
    assertThat(sent.traceParent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-03");
    assertThat(sent.headers()).containsOnlyKeys("traceparent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "01", "02", "03"})
  void traceGoesOnWithSpanIdOfItsOwn(String flags) {
    Sent sent = send(Map.of("traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-" + flags));
    assertThat(sent.traceId()).isEqualTo(TRACE_ID);
    assertThat(sent.spanId()).isNotEqualTo(SPAN_ID);
    assertThat(sent.flags()).isEqualTo(flags);
  }

  @Test
  void stateAndBaggageGoOnUnchanged() {
    Sent sent =
        send(
            Map.of(
                "traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-00",
                "tracestate", "foo=1 , 2bar@= x,baz=3",
                "baggage", "user=Am%C3%A9lie; p = 1"));
    assertThat(sent.headers().get("tracestate")).isEqualTo("foo=1,2bar@= x,baz=3");
    assertThat(sent.headers().get("baggage")).isEqualTo("user=Am%C3%A9lie;p=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-" + SPAN_ID + "-01",
        "00-" + TRACE_ID + "-0000000000000000-01",
        "ff-" + TRACE_ID + "-" + SPAN_ID + "-01",
        "00-" + TRACE_ID + "-" + SPAN_ID + "-01.",
      })
  void brokenParentStartsTraceAndDropsState(String broken) {
    Sent sent = send(Map.of("traceparent", broken, "tracestate", "foo=1"));
    assertThat(sent.traceId()).isNotEqualTo(TRACE_ID);
    assertThat(sent.spanId()).isNotEqualTo(SPAN_ID);
    assertThat(sent.headers()).doesNotContainKey("tracestate");
  }

  @Test
  void brokenStateDoesNotBreakTheTrace() {
    Map<String, String> headers =
        Map.of(
            "traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-01", "tracestate", "foo=1,@bar=2");
    Sent sent = send(headers);
    assertThat(sent.traceId()).isEqualTo(TRACE_ID);
    assertThat(sent.headers()).doesNotContainKey("tracestate");
  }

  @Test
  void laterVersionGoesOnAsVersion00() {
    Sent sent = send(Map.of("traceparent", "cc-" + TRACE_ID + "-" + SPAN_ID + "-01-more"));
    assertThat(sent.traceParent()).startsWith("00-" + TRACE_ID).hasSize(55);
  }

  @Test
  void requestsOfOneTraceHaveSpanIdsOfTheirOwn() {
    Map<String, String> headers = Map.of("traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-01");
    assertThat(send(headers).spanId()).isNotEqualTo(send(headers).spanId());
  }

  private Sent send(Map<String, String> received) {
    Context caller = propagator.extract(Context.root(), received, Getter.INSTANCE);
    Span span = engine.tracer().spanBuilder("request").setParent(caller).startSpan();
    Map<String, String> sent = new HashMap<>();
    propagator.inject(caller.with(span), sent, Map::put);
    span.end();
    return new Sent(sent);
  }

  private record Sent(Map<String, String> headers) {
    String traceParent() {
      return headers.get("traceparent");
    }

    String traceId() {
      return traceParent().substring(3, 35);
    }

    String spanId() {
      return traceParent().substring(36, 52);
    }

    String flags() {
      return traceParent().substring(53);
    }
  }

  private enum Getter implements TextMapGetter<Map<String, String>> {
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
