// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Where Clew deliberately extracts something else than what was recorded, and why. */
final class ExtractDeviations {

  /**
   * @param header the header that tells the recorded case from all others of its propagator
   * @param expected what Clew extracts
   */
  record Deviation(
      String propagator, String header, String value, Outcome expected, String reason) {}

  private static final String CALLER = Testing.TRACE_ID + "-" + Testing.SPAN_ID + "-01";

  private static final String LEVEL_2_KEY =
      "level 2 allows keys that start with a digit or hold @ anywhere but in front";

  static final List<Deviation> ALL =
      List.of(
          new Deviation(
              "tracecontext",
              "traceparent",
              "00-" + Testing.TRACE_ID + "-" + Testing.SPAN_ID + "-ff",
              new Outcome(Testing.TRACE_ID + "-" + Testing.SPAN_ID + "-03", "", Map.of()),
              "level 2: flags that are not defined are ignored and sent as zero"),
          state(" foo=1 , bar=2 ", "foo=1,bar=2", "level 2: white space around members is ignored"),
          state("foo=1,,bar=2", "foo=1,bar=2", "level 2: empty members are allowed"),
          state("foo=1,foo=2", "foo=1", "level 2's test suite: a duplicate key costs one member"),
          state("foo=1,foo=1", "foo=1", "level 2's test suite: a duplicate key costs one member"),
          state("foo@=1", "foo@=1", LEVEL_2_KEY),
          state("foo@@bar=1", "foo@@bar=1", LEVEL_2_KEY),
          state("1foo=1", "1foo=1", LEVEL_2_KEY),
          state("t@vvvvvvvvvvvvvvv=1", "t@vvvvvvvvvvvvvvv=1", LEVEL_2_KEY),
          state("t".repeat(242) + "@v=1", "t".repeat(242) + "@v=1", LEVEL_2_KEY),
          baggage(
              "k=a%zz",
              Map.of("k", "a%zz"),
              "within the grammar, which allows any %: one that encodes nothing stands for itself"),
          baggage(
              "k=a%2",
              Map.of("k", "a%2"),
              "within the grammar, which allows any %: one that encodes nothing stands for itself"),
          baggage("k=", Map.of("k", ""), "the grammar allows an empty value"),
          baggage("k;m=v", Map.of(), "the grammar allows no semicolon in a key"),
          jaegerFlags("ff", CALLER, "flags are a byte in hexadecimal"),
          jaegerFlags("d", CALLER, "flags are a byte in hexadecimal"),
          jaegerFlags("-1", "", "flags are a byte in hexadecimal, which has no sign"),
          new Deviation(
              "jaeger",
              "jaeger-baggage",
              "nokey,foo=bar=x,=y",
              new Outcome("", "", Map.of()),
              "a key must not be empty: it could not be sent on"));

  private ExtractDeviations() {}

  static List<Deviation> of(JsonNode recorded) {
    Map<String, String> headers = RecordedCases.texts(recorded.get("headers"));
    return ALL.stream()
        .filter(deviation -> deviation.propagator.equals(recorded.get("propagator").textValue()))
        .filter(deviation -> deviation.value.equals(headers.get(deviation.header)))
        .toList();
  }

  private static Deviation state(String header, String expected, String reason) {
    Outcome outcome = new Outcome(CALLER, expected, Map.of());
    return new Deviation("tracecontext", "tracestate", header, outcome, reason);
  }

  private static Deviation jaegerFlags(String flags, String expected, String reason) {
    String header = Testing.TRACE_ID + ":" + Testing.SPAN_ID + ":0:" + flags;
    Outcome outcome = new Outcome(expected, "", Map.of());
    return new Deviation("jaeger", "uber-trace-id", header, outcome, reason);
  }

  private static Deviation baggage(String header, Map<String, String> expected, String reason) {
    return new Deviation("baggage", "baggage", header, new Outcome("", "", expected), reason);
  }
}
