// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtlpChecksTest {

  private final OtlpChecks checks = OtlpChecks.allowing("order.");

  @Test
  void findNothingWrongWithGoodSpan() {
    Span.Builder span =
        span()
            .addAttributes(text("http.route", "/"))
            .addAttributes(text("http.request.header.x-any", "a", "b"))
            .addAttributes(text("clew.anything", "own"))
            .addAttributes(text("test.anything", "of a test"))
            .addAttributes(text("app.anything", "of an application"))
            .addAttributes(text("order.id", "allowed"));

    assertThat(problems(span)).isEmpty();
  }

  @Test
  void findInvalidIds() {
    assertThat(problems(span().setTraceId(ByteString.copyFrom(new byte[16]))))
        .containsExactly("span \"s\" has no valid trace id");
    assertThat(problems(span().setSpanId(id(7))))
        .containsExactly("span \"s\" has no valid span id");
    assertThat(problems(span().setParentSpanId(id(9))))
        .containsExactly("span \"s\" has an invalid parent id");
    assertThat(problems(span().setParentSpanId(id(8))))
        .containsExactly("span \"s\" is its own parent");
  }

  @Test
  void findImpossibleTimes() {
    assertThat(problems(span().setEndTimeUnixNano(1)))
        .containsExactly("span \"s\" ends before it starts");
    assertThat(problems(span().setStartTimeUnixNano(1)))
        .containsExactly("span \"s\" did not start about now: 1970-01-01T00:00:00.000000001Z");
  }

  @Test
  void findWhatIsMissing() {
    assertThat(problems(span().clearName())).containsExactly("span \"\" has no name");
    assertThat(problems(span().clearKind())).containsExactly("span \"s\" has no kind");
  }

  @Test
  void findFlagsAndStatusThatContradictThemselves() {
    assertThat(problems(span().setFlags(0x200))).singleElement().asString().contains("flag");
    assertThat(problems(span().setStatus(Status.newBuilder().setMessage("no"))))
        .containsExactly("span \"s\" has a status message without an error");
  }

  @Test
  void findNamesBelowOtherNames() {
    assertThat(
            problems(
                span()
                    .addAttributes(text("clew.a.b", "x"))
                    .addAttributes(text("clew.a", "y"))
                    .addAttributes(text("clew.ab", "z"))))
        .containsExactly("span \"s\" has the attribute clew.a.b beside one that is named clew.a");
  }

  @Test
  void findAttributesThatAreNotInTheConventions() {
    assertThat(problems(span().addAttributes(text("http.rout", "/"))))
        .singleElement()
        .asString()
        .contains("http.rout, which is not in");
    assertThat(problems(span().addAttributes(text("http.method", "GET"))))
        .containsExactly("span \"s\" has the deprecated attribute http.method");
    assertThat(problems(span().addAttributes(text("http.response.status_code", "200"))))
        .containsExactly(
            "span \"s\" has the attribute http.response.status_code of type string instead of int");
    assertThat(problems(span().addAttributes(text("http.request.header.x-any", "a"))))
        .singleElement()
        .asString()
        .endsWith("of type string instead of string[]");
  }

  @Test
  void findAttributesThatAreMalformed() {
    KeyValue route = text("http.route", "/");
    assertThat(problems(span().addAttributes(route).addAttributes(route)))
        .containsExactly("span \"s\" has the attribute http.route twice");
    assertThat(problems(span().addAttributes(KeyValue.newBuilder().setKey("test.none"))))
        .containsExactly("span \"s\" has the attribute test.none without a value");
  }

  @Test
  void findFaultsOfEventsAndLinks() {
    assertThat(problems(span().addEvents(Span.Event.newBuilder().setName("e"))))
        .containsExactly("span \"s\" has an event without a time");
    assertThat(problems(span().addEvents(Span.Event.newBuilder().setTimeUnixNano(1))))
        .containsExactly("span \"s\" has an event without a name");
    assertThat(problems(span().addLinks(Span.Link.newBuilder().setSpanId(id(8)))))
        .containsExactly("span \"s\" has a link with invalid ids");
  }

  @Test
  void findFaultsOfWholeRequests() {
    ExportTraceServiceRequest request =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder()
                    .setResource(Resource.getDefaultInstance())
                    .addScopeSpans(ScopeSpans.newBuilder().addSpans(span().clearName())))
            .build();

    assertThat(checks.request(request))
        .containsExactly(
            "resource has no service.name", "scope  has no name", "span \"\" has no name");
    assertThat(checks.request(ExportTraceServiceRequest.getDefaultInstance()))
        .containsExactly("a request without spans");
  }

  private List<String> problems(Span.Builder span) {
    return checks.span(span.build());
  }

  private static Span.Builder span() {
    long now = Instant.now().getEpochSecond() * 1_000_000_000;
    return Span.newBuilder()
        .setName("s")
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .setTraceId(id(16))
        .setSpanId(id(8))
        .setStartTimeUnixNano(now)
        .setEndTimeUnixNano(now);
  }

  private static ByteString id(int length) {
    byte[] id = new byte[length];
    id[0] = 1;
    return ByteString.copyFrom(id);
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder().setKey(key).setValue(value(value)).build();
  }

  private static KeyValue text(String key, String first, String second) {
    ArrayValue both =
        ArrayValue.newBuilder().addValues(value(first)).addValues(value(second)).build();
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setArrayValue(both))
        .build();
  }

  private static AnyValue value(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }
}
