// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Injects what another implementation injects, but for {@link InjectDeviations}. */
class RecordedInjectTest {

  static Stream<JsonNode> cases() {
    return RecordedCases.inject();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void injectsAsRecordedOrDeviatesAsListed(JsonNode recorded) {
    Map<String, String> actual =
        Headers.injected(RecordedCases.propagator(recorded), context(recorded)).asMap();
    Map<String, String> headers = RecordedCases.texts(recorded.get("headers"));
    List<InjectDeviations.Deviation> deviations = InjectDeviations.of(recorded);
    deviations.forEach(
        deviation -> {
          assertThat(deviation.expected())
              .as("no longer a deviation: %s", deviation)
              .isNotEqualTo(headers.put(deviation.header(), deviation.expected()));
        });
    assertThat(actual).isEqualTo(headers);
  }

  @Test
  void everyListedDeviationIsOfARecordedCase() {
    assertThat(cases().flatMap(recorded -> InjectDeviations.of(recorded).stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(InjectDeviations.ALL);
  }

  @Test
  void noCaseIsMissing() {
    assertThat(cases()).hasSize(45);
  }

  private static Context context(JsonNode recorded) {
    SpanContext span =
        SpanContext.create(
            recorded.get("traceId").textValue(),
            recorded.get("spanId").textValue(),
            TraceFlags.fromHex(recorded.get("flags").textValue(), 0),
            traceState(recorded.get("traceState")));
    return Context.root().with(Span.wrap(span)).with(baggage(recorded.get("baggage")));
  }

  /** The API's builder puts each member in front of the others. */
  private static TraceState traceState(JsonNode members) {
    List<Map.Entry<String, JsonNode>> reversed = new ArrayList<>(members.properties());
    Collections.reverse(reversed);
    TraceStateBuilder builder = TraceState.builder();
    reversed.forEach(member -> builder.put(member.getKey(), member.getValue().textValue()));
    return builder.build();
  }

  private static Baggage baggage(JsonNode members) {
    BaggageBuilder builder = Baggage.builder();
    members
        .properties()
        .forEach(
            member ->
                builder.put(
                    member.getKey(),
                    member.getValue().get("value").textValue(),
                    BaggageEntryMetadata.create(member.getValue().get("metadata").textValue())));
    return builder.build();
  }
}
