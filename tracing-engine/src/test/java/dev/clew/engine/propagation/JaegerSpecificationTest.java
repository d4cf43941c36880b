// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jaeger's headers beyond what was recorded: flags, encoding, and baggage. */
class JaegerSpecificationTest {

  private static final String IDS = Testing.TRACE_ID + ":" + Testing.SPAN_ID;

  private final TextMapPropagator propagator = Testing.propagator("jaeger");

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,0", "3,3", "4,0", "5,1", "7,3", "9,1", "0f,3", "ff,3"})
  void sampledAndDebugFlagsAreSentOn(String given, String kept) {
    assertThat(sentOn("uber-trace-id", IDS + ":0:" + given).get("uber-trace-id"))
        .isEqualTo(IDS + ":0:" + kept);
  }

  @Test
  void debugIsAlsoThatOfB3() {
    Context context = Headers.of("uber-trace-id", IDS + ":0:3").extractedBy(propagator);
    assertThat(Headers.injected(Testing.propagator("b3"), context).get("b3")).endsWith("-d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%3a", "%3A"})
  void headerMayBePercentEncoded(String colon) {
    String header = (IDS + ":0:1").replace(":", colon).replace("4", "%34");
    assertThat(sentOn("uber-trace-id", header).get("uber-trace-id")).isEqualTo(IDS + ":0:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":0:+1", ":0: 1", ":0:1 ", ":0:1:", ":0:1:0", "", ":", "::", ":0", ":0:", "::1:", ":1"
      })
  void otherEndsAreMalformed(String end) {
    assertThat(Headers.of("uber-trace-id", IDS + end).extractedBy(propagator))
        .isSameAs(Context.root());
  }

  @Test
  void baggageMembersAreHeadersOfTheirOwn() {
    Baggage baggage = Baggage.builder().put("a", "1").put("b", "x y\u00e9%\r\n,;=").build();
    Headers headers = Headers.injected(propagator, Context.root().with(baggage));
    assertThat(headers.asMap())
        .isEqualTo(Map.of("uberctx-a", "1", "uberctx-b", "x%20y%C3%A9%25%0D%0A,;="));
    assertThat(baggage(headers)).isEqualTo(Map.of("a", "1", "b", "x y\u00e9%\r\n,;="));
  }

  @Test
  void namesHaveNoCaseSoKeysAreLowerCase() {
    assertThat(baggage(Headers.of("UberCtx-UserId", "alice", "JAEGER-Baggage", "K=v")))
        .isEqualTo(Map.of("userid", "alice", "k", "v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\r\nX: y", "a:", "\u00e9", "", "a,b", "a=b"})
  void keyThatCannotBePartOfANameIsNotWritten(String key) {
    Baggage baggage = Baggage.builder().put(key, "1").put("ok", "2").build();
    assertThat(Headers.injected(propagator, Context.root().with(baggage)).asMap())
        .isEqualTo(Map.of("uberctx-ok", "2"));
  }

  @ParameterizedTest
  @CsvSource({
    "'a=1,b=2', 2",
    "' a = 1 , b = 2 ', 2",
    "'a=1,,b=2,', 2",
    "'a=1;b=2', 0",
    "'a', 0",
    "'a=', 0",
    "'a=1,b', 1",
    "'a b=1,c=2', 1",
    "'', 0",
  })
  void listHeaderTakesPairsOnly(String list, int members) {
    assertThat(baggage(Headers.of("jaeger-baggage", list))).hasSize(members);
  }

  @Test
  void nameWithoutKeyAndEmptyValueAreNoMembers() {
    assertThat(baggage(Headers.of("uberctx-", "1", "uberctx", "2", "uberctx-k", ""))).isEmpty();
  }

  @Test
  void baggageHasLimitsInBothDirections() {
    Headers many = Headers.of();
    BaggageBuilder builder = Baggage.builder();
    IntStream.range(0, 500).forEach(i -> many.add("uberctx-k" + i, "v"));
    IntStream.range(0, 500).forEach(i -> builder.put("k" + i, "v"));
    assertThat(baggage(many)).hasSize(64);
    assertThat(Headers.injected(propagator, Context.root().with(builder.build())).asMap())
        .hasSize(64);
  }

  @Test
  void memberWithoutRoomIsLeftOut() {
    Headers headers = Headers.of("uberctx-a", "x".repeat(9000), "uberctx-b", "x".repeat(8000));
    assertThat(baggage(headers.add("uberctx-c", "y".repeat(300)).add("uberctx-d", "z")))
        .containsOnlyKeys("b", "d");
    Baggage big = Baggage.builder().put("a", "\u00e9".repeat(2000)).put("b", "2").build();
    assertThat(Headers.injected(propagator, Context.root().with(big)).asMap())
        .isEqualTo(Map.of("uberctx-b", "2"));
  }

  @Test
  void listMemberBeyondTheLimitIsNotTakenInPart() {
    String list = "a=" + "x".repeat(8000) + ",b=" + "y".repeat(300) + ",c=1";
    assertThat(baggage(Headers.of("jaeger-baggage", list))).containsOnlyKeys("a");
  }

  @Test
  void headersThatAreNullAreAbsent() {
    assertThat(extractFrom(null)).isSameAs(Context.root());
    assertThat(extractFrom(Arrays.asList(null, "uberctx-absent", "jaeger-baggage")))
        .isSameAs(Context.root());
  }

  @Test
  void endlessHeadersEnd() {
    assertThat(extractFrom(() -> Stream.generate(() -> "accept").iterator()))
        .isSameAs(Context.root());
  }

  private Context extractFrom(Iterable<String> names) {
    return propagator.extract(
        Context.root(),
        names,
        new TextMapGetter<>() {
          @Override
          public Iterable<String> keys(Iterable<String> carrier) {
            return carrier;
          }

          @Override
          public String get(Iterable<String> carrier, String key) {
            return null;
          }
        });
  }

  private Map<String, String> baggage(Headers headers) {
    return Outcome.of(headers.extractedBy(propagator)).baggage();
  }

  private Headers sentOn(String header, String value) {
    return Headers.injected(propagator, Headers.of(header, value).extractedBy(propagator));
  }
}
