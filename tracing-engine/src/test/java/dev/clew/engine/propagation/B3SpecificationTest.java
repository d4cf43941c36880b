// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B3 beyond what was recorded: debug, decisions without ids, and precedence. */
class B3SpecificationTest {

  private static final String IDS = Testing.TRACE_ID + "-" + Testing.SPAN_ID;

  private final TextMapPropagator single = Testing.propagator("b3");
  private final TextMapPropagator multi = Testing.propagator("b3multi");

  @Test
  void debugIsSentOn() {
    Context debug = Headers.of("b3", IDS + "-d").extractedBy(single);
    assertThat(Headers.injected(single, debug).asMap()).isEqualTo(Map.of("b3", IDS + "-d"));
    assertThat(Headers.injected(multi, debug).asMap())
        .containsEntry("X-B3-Flags", "1")
        .doesNotContainKey("X-B3-Sampled");
  }

  @Test
  void debugOfSeveralHeadersIsSentOn() {
    Context debug = Headers.of(multi("X-B3-Flags", "1", "X-B3-Sampled", "0")).extractedBy(multi);
    assertThat(Headers.injected(single, debug).asMap()).isEqualTo(Map.of("b3", IDS + "-d"));
  }

  @Test
  void debugHoldsForItsTraceOnly() {
    Context debug = Headers.of("b3", IDS + "-d").extractedBy(single);
    SpanContext other =
        SpanContext.create(
            "1".repeat(32), "1".repeat(16), TraceFlags.getDefault(), TraceState.getDefault());
    assertThat(Headers.injected(single, debug.with(Span.wrap(other))).get("b3")).endsWith("-0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "01", "yes", "on", "-1", "D"})
  void debugFlagIsOneOrNothing(String flags) {
    Context context = Headers.of(multi("X-B3-Flags", flags)).extractedBy(multi);
    assertThat(Outcome.of(context).span()).isEqualTo(IDS + "-00");
  }

  @ParameterizedTest
  @CsvSource({"0, DENY", "1, ACCEPT", "d, DEBUG"})
  void decisionWithoutIdsIsKeptAndSentOn(String state, RemoteDecision decision) {
    Context context = Headers.of("b3", state).extractedBy(single);
    assertThat(RemoteDecision.of(context)).isEqualTo(decision);
    assertThat(Outcome.of(context).span()).isEmpty();
    assertThat(Headers.injected(single, context).asMap()).isEqualTo(Map.of("b3", state));
  }

  @ParameterizedTest
  @CsvSource({
    "X-B3-Sampled, 0, DENY", "X-B3-Sampled, false, DENY", "X-B3-Sampled, 1, ACCEPT",
    "X-B3-Sampled, true, ACCEPT", "X-B3-Flags, 1, DEBUG", "X-B3-Sampled, d, NONE",
    "X-B3-Sampled, '', NONE", "X-B3-Flags, 0, NONE", "X-B3-Sampled, 2, NONE",
  })
  void decisionWithoutIdsInSeveralHeadersIsKept(
      String header, String value, RemoteDecision decision) {
    Context context = Headers.of(header, value).extractedBy(multi);
    assertThat(RemoteDecision.of(context)).isEqualTo(decision);
  }

  @Test
  void decisionWithoutIdsIsSentOnInSeveralHeaders() {
    assertThat(sentOnByMulti("X-B3-Sampled", "0")).isEqualTo(Map.of("X-B3-Sampled", "0"));
    assertThat(sentOnByMulti("X-B3-Sampled", "true")).isEqualTo(Map.of("X-B3-Sampled", "1"));
    assertThat(sentOnByMulti("X-B3-Flags", "1")).isEqualTo(Map.of("X-B3-Flags", "1"));
  }

  @Test
  void decisionIsThatOfTheSpanWhereThereIsOne() {
    Context denied = Headers.of("b3", "0").extractedBy(single);
    Context accepted = single.extract(denied, Headers.of("b3", IDS + "-1"), Headers.GETTER);
    assertThat(Headers.injected(single, accepted).get("b3")).isEqualTo(IDS + "-1");
  }

  @Test
  void nobodyDecidedNothing() {
    assertThat(RemoteDecision.of(Context.root())).isEqualTo(RemoteDecision.NONE);
    assertThat(RemoteDecision.of(Headers.of("b3", IDS + "-0").extractedBy(single)))
        .isEqualTo(RemoteDecision.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-B3-TraceId", "X-B3-SpanId"})
  void oneIdWithoutTheOtherIsMalformedAndDecidesNothing(String header) {
    Context context =
        Headers.of(header, multi().get(header), "X-B3-Sampled", "0").extractedBy(multi);
    assertThat(context).isSameAs(Context.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-", " ", "\u0660"})
  void oneCharacterThatIsNoDecisionFallsBackToSeveralHeaders(String junk) {
    Headers headers = Headers.of(multi("X-B3-Sampled", "1")).add("b3", junk);
    assertThat(Outcome.of(headers.extractedBy(single)).span()).isEqualTo(IDS + "-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1-05e3ac9a4f6e3b90-", "-1--", "x", "-1-a-b-c"})
  void partsBeyondTheParentAreMalformed(String end) {
    assertThat(Headers.of("b3", IDS + end).extractedBy(single)).isSameAs(Context.root());
  }

  @Test
  void fieldsAreThoseThatMayBeWritten() {
    assertThat(single.fields()).containsExactly("b3");
    assertThat(multi.fields())
        .containsExactly("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags");
  }

  private Map<String, String> sentOnByMulti(String header, String value) {
    return Headers.injected(multi, Headers.of(header, value).extractedBy(multi)).asMap();
  }

  private static Map<String, String> multi(String... more) {
    Map<String, String> headers =
        Headers.of("X-B3-TraceId", Testing.TRACE_ID, "X-B3-SpanId", Testing.SPAN_ID).asMap();
    headers.putAll(Headers.of(more).asMap());
    return headers;
  }
}
