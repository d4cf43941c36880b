// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads and writes as another implementation does (see ORIGIN.md), but for what is listed here. */
class RecordedHeadersTest {

  private static final String IDS =
      "Root=1-8a3c60f7-d188f8fa79d48a391a778fa6;Parent=53995c3f42cd8ad8";

  /**
   * A header that does not say whether it is sampled leaves that to others (X-Ray's documentation,
   * "Tracing header"); the other implementation takes it for a no.
   */
  private static final Set<String> UNDECIDED = Set.of(IDS);

  private final XRayPropagator propagator = new XRayPropagator();

  static Stream<JsonNode> extract() throws Exception {
    return read("extract");
  }

  static Stream<JsonNode> inject() throws Exception {
    return read("inject");
  }

  @ParameterizedTest
  @MethodSource("extract")
  void callerIsReadAsRecordedUnlessItIsListed(JsonNode recorded) {
    Context context = Headers.extracted(propagator, headers(recorded));
    SpanContext span = Span.fromContext(context).getSpanContext();
    boolean undecided = UNDECIDED.contains(headers(recorded).get(XRayHeader.NAME));

    assertThat(span.isValid()).isEqualTo(recorded.get("valid").booleanValue() && !undecided);
    if (span.isValid()) {
      assertThat(span.getTraceId()).isEqualTo(recorded.get("traceId").textValue());
      assertThat(span.getSpanId()).isEqualTo(recorded.get("spanId").textValue());
      assertThat(span.isSampled()).isEqualTo(recorded.get("sampled").booleanValue());
      assertThat(span.isRemote()).isTrue();
    }
  }

  /** The other implementation puts Lineage there, from where it goes to everybody. */
  @ParameterizedTest
  @MethodSource("extract")
  void nothingBecomesBaggage(JsonNode recorded) {
    Context context = Headers.extracted(propagator, headers(recorded));

    assertThat(Baggage.fromContext(context).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("inject")
  void spanIsWrittenAsRecorded(JsonNode recorded) {
    SpanContext span =
        SpanContext.create(
            recorded.get("traceId").textValue(),
            recorded.get("spanId").textValue(),
            TraceFlags.fromHex(recorded.get("flags").textValue(), 0),
            TraceState.getDefault());

    assertThat(Headers.injected(propagator, Context.root().with(Span.wrap(span))))
        .isEqualTo(headers(recorded));
  }

  @Test
  void noCaseIsMissing() throws Exception {
    assertThat(extract()).hasSize(28);
    assertThat(inject()).hasSize(9);
  }

  private static Map<String, String> headers(JsonNode recorded) {
    Map<String, String> headers = new HashMap<>();
    recorded
        .get("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return headers;
  }

  private static Stream<JsonNode> read(String direction) throws Exception {
    try (InputStream json = RecordedHeadersTest.class.getResourceAsStream("propagators.json")) {
      JsonNode cases = new ObjectMapper().readTree(json).get(direction);
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }
}
