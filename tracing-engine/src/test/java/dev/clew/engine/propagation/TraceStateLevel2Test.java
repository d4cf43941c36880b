// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context level 2, "Tracestate Header": what comes in against what goes on. */
class TraceStateLevel2Test {

  private static final String PARENT = "00-" + Testing.TRACE_ID + "-" + Testing.SPAN_ID + "-00";

  private final TextMapPropagator propagator = Testing.propagator("tracecontext");

  @ParameterizedTest
  @ValueSource(
      strings = {"foo=1", "foo=1,bar=2", "b=2,a=1,c=3", "rojo=00f067aa0ba902b7,congo=t61="})
  void membersAreSentOnInOrder(String state) {
    assertThat(sentOn(state)).isEqualTo(state.endsWith("=") ? null : state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tracestate", "TraceState", "TrAcEsTaTe", "TRACESTATE"})
  void nameHasNoCase(String name) {
    assertThat(sentOn(Headers.of("traceparent", PARENT, name, "foo=1"))).isEqualTo("foo=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trace-state", "trace.state", "state"})
  void otherNamesAreNotRead(String name) {
    assertThat(sentOn(Headers.of("traceparent", PARENT, name, "foo=1"))).isNull();
  }

  @Test
  void stateWithoutParentIsDiscarded() {
    assertThat(Headers.of("tracestate", "foo=1").extractedBy(propagator)).isSameAs(Context.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", ",", " , \t,", ",,,,"})
  void emptyStateIsAcceptedAndNotSentOn(String state) {
    assertThat(sentOn(state)).isNull();
    assertThat(isParentKept(state)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo=1 \t , \t bar=2, \t baz=3",
        "foo=1\t \t,\t \tbar=2,\t \tbaz=3",
        " foo=1,bar=2,baz=3",
        "\tfoo=1,bar=2,baz=3",
        "foo=1,bar=2,baz=3 ",
        "foo=1,bar=2,baz=3\t",
        "\t foo=1,bar=2,baz=3 \t",
        "foo=1,,bar=2,baz=3",
        ",foo=1,bar=2,\t ,baz=3,",
        "foo=1, ,  ,bar=2 , baz=3",
      })
  void whiteSpaceAroundMembersAndEmptyMembersAreDropped(String state) {
    assertThat(sentOn(state)).isEqualTo("foo=1,bar=2,baz=3");
  }

  @Test
  void severalHeadersAreOneList() {
    Headers headers =
        Headers.of("traceparent", PARENT, "tracestate", "foo=1,bar=2", "tracestate", "")
            .add("tracestate", "rojo=1,congo=2")
            .add("tracestate", "baz=3");
    assertThat(sentOn(headers.joinedAndExtractedBy(propagator)))
        .isEqualTo("foo=1,bar=2,rojo=1,congo=2,baz=3");
  }

  @Test
  @Tag("newest-opentelemetry")
  void severalHeadersAreOneListWhereTheGetterTellsThemApart() {
    Headers headers =
        Headers.of("traceparent", PARENT, "tracestate", "", "tracestate", "foo=1,bar=2")
            .add("tracestate", "baz=3");
    assertThat(sentOn(headers)).isEqualTo("foo=1,bar=2,baz=3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo=1,foo=1", "foo=1,foo=2", "foo=1,foo=2,foo=3"})
  void ofMembersWithTheSameKeyTheFirstIsKept(String state) {
    assertThat(sentOn(state)).isEqualTo("foo=1");
    assertThat(sentOn("a=0," + state + ",b=3")).isEqualTo("a=0,foo=1,b=3");
  }

  @Test
  void membersWithTheSameKeyInTwoHeadersAreOne() {
    Headers headers =
        Headers.of("traceparent", PARENT, "tracestate", "foo=1", "tracestate", "foo=2,bar=3");
    assertThat(sentOn(headers.joinedAndExtractedBy(propagator))).isEqualTo("foo=1,bar=3");
  }

  @Test
  void everyAllowedCharacterIsKept() {
    String value = range(' ', '+') + range('-', '<') + range('>', '~');
    assertThat(sentOn("abcdefghijklmnopqrstuvwxyz0123456789_-*/=" + value))
        .isEqualTo("abcdefghijklmnopqrstuvwxyz0123456789_-*/=" + value);
    assertThat(sentOn("0123456789abc_-*/@a-z0-9_-*/=" + value))
        .isEqualTo("0123456789abc_-*/@a-z0-9_-*/=" + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"foo@", "foo@@bar", "foo@bar@baz", "1foo", "9", "z", "t@vvvvvvvvvvvvvvvvv"})
  void keysMayStartWithDigitsAndHoldAnyNumberOfAtSigns(String key) {
    assertThat(sentOn(key + "=1,bar=2")).isEqualTo(key + "=1,bar=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@foo", "foo ", "FOO", "foo.bar", "_foo", "-foo", "*", "/", "", "f\u00e9", "f\too"
      })
  void oneBrokenKeyDiscardsAllMembers(String key) {
    assertThat(sentOn(key + "=1,bar=2")).isNull();
    assertThat(sentOn("bar=2," + key + "=1")).isNull();
    assertThat(isParentKept("bar=2," + key + "=1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bar=baz", "", " ", "a\tb", "\u00e9", "\u007f", "\r\nx: y", "a\nb", "\u0000"})
  void oneBrokenValueDiscardsAllMembers(String value) {
    assertThat(sentOn("foo=" + value + ",bar=2")).isNull();
    assertThat(sentOn("bar=2,foo=" + value)).isNull();
    assertThat(isParentKept("bar=2,foo=" + value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "foo,bar=2", "bar=2,foo"})
  void memberWithoutEqualsSignDiscardsAll(String state) {
    assertThat(sentOn(state)).isNull();
  }

  @Test
  void leadingSpacesBelongToTheValue() {
    assertThat(sentOn("foo=  1 ,bar= 2")).isEqualTo("foo=  1,bar= 2");
  }

  @ParameterizedTest
  @CsvSource({"32, true", "33, false", "40, false"})
  void atMost32MembersAreAllowed(int count, boolean allowed) {
    String state = members(count);
    assertThat(sentOn(state)).isEqualTo(allowed ? state : null);
    assertThat(sentOn("," + state + " , ")).isEqualTo(allowed ? state : null);
    assertThat(isParentKept(state)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"256, true", "257, false"})
  void keysHave256CharactersAtMost(int length, boolean allowed) {
    String state = "foo=1," + "z".repeat(length) + "=1";
    assertThat(sentOn(state)).isEqualTo(allowed ? state : null);
    String tenant = "foo=1," + "t".repeat(length - 2) + "@v=1";
    assertThat(sentOn(tenant)).isEqualTo(allowed ? tenant : null);
  }

  @ParameterizedTest
  @CsvSource({"256, true", "257, false"})
  void valuesHave256CharactersAtMost(int length, boolean allowed) {
    String state = "foo=1,bar=" + "z".repeat(length);
    assertThat(sentOn(state)).isEqualTo(allowed ? state : null);
    assertThat(sentOn(state + "   ")).isEqualTo(allowed ? state : null);
  }

  @Test
  void longMembersAreTheFirstToGoWhereTheWholeIsTooLong() {
    String shortOnes = members(15);
    Map<Integer, String> longOnes = new TreeMap<>();
    IntStream.range(0, 16).forEach(i -> longOnes.put(i, "long" + i + "=" + "x".repeat(256)));
    String state = String.join(",", longOnes.values()) + "," + shortOnes;
    String kept = longOnes.values().stream().limit(15).collect(Collectors.joining(","));
    assertThat(state).hasSizeGreaterThan(TraceStateList.MAX_LENGTH);
    assertThat(sentOn(state)).isEqualTo(kept + "," + shortOnes);
  }

  @Test
  void asMuchAs32MembersOf128CharactersIsSentOnWhole() {
    String state =
        IntStream.range(10, 42)
            .mapToObj(i -> i + "=" + "x".repeat(125))
            .collect(Collectors.joining(","));
    assertThat(state).hasSize(TraceStateList.MAX_LENGTH);
    assertThat(sentOn(state)).isEqualTo(state);
  }

  @Test
  void brokenParentDiscardsState() {
    Headers headers = Headers.of("traceparent", "00-1-2-01", "tracestate", "foo=1");
    assertThat(headers.extractedBy(propagator)).isSameAs(Context.root());
  }

  private boolean isParentKept(String state) {
    Headers headers = Headers.of("traceparent", PARENT, "tracestate", state);
    return Outcome.of(headers.extractedBy(propagator)).span().startsWith(Testing.TRACE_ID);
  }

  private String sentOn(String state) {
    return sentOn(Headers.of("traceparent", PARENT, "tracestate", state));
  }

  private String sentOn(Headers headers) {
    return sentOn(headers.extractedBy(propagator));
  }

  private String sentOn(Context context) {
    return Headers.injected(propagator, context).get("tracestate");
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "k" + i + "=" + i)
        .collect(Collectors.joining(","));
  }

  private static String range(char first, char last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
