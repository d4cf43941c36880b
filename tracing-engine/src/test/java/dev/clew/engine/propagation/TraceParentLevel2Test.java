// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context level 2, "Traceparent Header". */
class TraceParentLevel2Test {

  private static final String IDS = Testing.TRACE_ID + "-" + Testing.SPAN_ID;

  private final TextMapPropagator propagator = Testing.propagator("tracecontext");

  @ParameterizedTest
  @ValueSource(strings = {"traceparent", "TraceParent", "TrAcEpArEnT", "TRACEPARENT"})
  void nameHasNoCase(String name) {
    assertThat(extract(Headers.of(name, "00-" + IDS + "-01"))).isEqualTo(IDS + "-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trace-parent", "trace.parent", "trace_parent", "traceparent1"})
  void otherNamesAreNotRead(String name) {
    assertThat(extract(Headers.of(name, "00-" + IDS + "-01"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"00,00", "01,01", "02,02", "03,03", "04,00", "09,01", "fe,02", "ff,03", "80,00"})
  void sampledAndRandomFlagsAreKeptAndOthersAreNot(String given, String kept) {
    assertThat(extract("00-" + IDS + "-" + given)).isEqualTo(IDS + "-" + kept);
    assertThat(inject(TraceFlags.fromHex(given, 0))).isEqualTo("00-" + IDS + "-" + kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", " .", "-", "-00", ".what-the-future-brings", "-00-00", "\t."})
  void version00EndsAfterItsFlags(String end) {
    boolean valid = end.isEmpty();
    assertThat(extract("00-" + IDS + "-01" + end)).isEqualTo(valid ? IDS + "-01" : "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "09", "0a", "10", "a0", "cc", "fe", "ef", "f0"})
  void laterVersionsMayHaveMoreFields(String version) {
    assertThat(extract(version + "-" + IDS + "-01")).isEqualTo(IDS + "-01");
    assertThat(extract(version + "-" + IDS + "-01-")).isEqualTo(IDS + "-01");
    assertThat(extract(version + "-" + IDS + "-01-what-the-future-brings")).isEqualTo(IDS + "-01");
    assertThat(extract(version + "-" + IDS + "-01.what-the-future-brings")).isEmpty();
    assertThat(extract(version + "-" + IDS + "-010")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff", "FF", "fF", "0", "000", "0000", "", ".0", "0.", "0g", "g0", "CC", "-1", "0x"
      })
  void otherVersionsRestartTheTrace(String version) {
    assertThat(extract(version + "-" + IDS + "-01")).isEmpty();
    assertThat(extract(version + "-" + IDS + "-01-more")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000000000000000000000000000",
        ".63ac35c9f6413ad48485a3953bb6124",
        "463ac35c9f6413ad48485a3953bb612.",
        "463AC35C9F6413AD48485A3953BB6124",
        "463ac35c9f6413ad48485a3953bb612A",
        "463ac35c9f6413ad48485a3953bb61241",
        "463ac35c9f6413ad48485a3953bb612",
        "463ac35c9f6413ad-8485a3953bb6124",
        "463ac35c9f6413ad48485a3953bb612\u0661",
        "",
      })
  void traceIdIs32LowerCaseHexDigitsNotAllZero(String traceId) {
    assertThat(extract("00-" + traceId + "-" + Testing.SPAN_ID + "-01")).isEmpty();
    assertThat(extract("cc-" + traceId + "-" + Testing.SPAN_ID + "-01")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000",
        ".020000000000001",
        "002000000000000.",
        "002000000000000A",
        "00200000000000011",
        "002000000000001",
        "\uff100200000000001",
        "",
      })
  void parentIdIs16LowerCaseHexDigitsNotAllZero(String parentId) {
    assertThat(extract("00-" + Testing.TRACE_ID + "-" + parentId + "-01")).isEmpty();
    assertThat(extract("cc-" + Testing.TRACE_ID + "-" + parentId + "-01")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".0", "0.", "001", "1", "", "0A", "FF", "g0", "--"})
  void flagsAreTwoLowerCaseHexDigits(String flags) {
    assertThat(extract("00-" + IDS + "-" + flags)).isEmpty();
    assertThat(extract("cc-" + IDS + "-" + flags)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 35, 52})
  void fieldsAreSeparatedByDashes(int dash) {
    StringBuilder header = new StringBuilder("00-" + IDS + "-01");
    header.setCharAt(dash, '_');
    assertThat(extract(header.toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" %s", "\t%s", "%s ", "%s\t", "\t %s \t"})
  void whiteSpaceAroundIsIgnored(String format) {
    assertThat(extract(format.formatted("00-" + IDS + "-01"))).isEqualTo(IDS + "-01");
    assertThat(extract(format.formatted("cc-" + IDS + "-01"))).isEqualTo(IDS + "-01");
  }

  @Test
  void twoHeadersRestartTheTrace() {
    Headers twice =
        Headers.of("traceparent", "00-" + IDS + "-01", "traceparent", "00-" + IDS + "-00");
    assertThat(span(twice.joinedAndExtractedBy(propagator))).isEmpty();
  }

  @Test
  @Tag("newest-opentelemetry")
  void twoHeadersRestartTheTraceWhereTheGetterTellsThemApart() {
    Headers twice =
        Headers.of("traceparent", "00-" + IDS + "-01", "traceparent", "cc-" + IDS + "-01");
    assertThat(extract(twice)).isEmpty();
  }

  @Test
  void headerIsWrittenInLowerCaseAsVersion00() {
    Headers headers =
        Headers.injected(
            propagator,
            Headers.of("traceparent", "cc-" + IDS + "-03-more").extractedBy(propagator));
    assertThat(headers.asMap()).containsOnlyKeys("traceparent");
    assertThat(headers.get("traceparent")).isEqualTo("00-" + IDS + "-03");
  }

  @Test
  void nothingIsWrittenWithoutSpan() {
    assertThat(Headers.injected(propagator, Context.root()).asMap()).isEmpty();
  }

  @Test
  void contextStaysTheSameWhereNothingIsExtracted() {
    assertThat(Headers.of("traceparent", "junk").extractedBy(propagator)).isSameAs(Context.root());
  }

  private String inject(TraceFlags flags) {
    SpanContext span =
        SpanContext.create(Testing.TRACE_ID, Testing.SPAN_ID, flags, TraceState.getDefault());
    return Headers.injected(propagator, Context.root().with(Span.wrap(span))).get("traceparent");
  }

  private String extract(String header) {
    return extract(Headers.of("traceparent", header));
  }

  private String extract(Headers headers) {
    return span(headers.extractedBy(propagator));
  }

  private static String span(Context context) {
    return Outcome.of(context).span();
  }
}
