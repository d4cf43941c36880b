// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.console.Requests;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrites(Encoding encoding) throws Exception {
    ExportTraceServiceRequest request =
        Requests.of(
            "shop",
            Requests.span(1, 2)
                .setParentSpanId(Requests.id(3))
                .setFlags(-1)
                .setStartTimeUnixNano(-1)
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .addAttributes(Requests.text("text", "\"quoted\" \u2028 \ud83e\uddf6"))
                .addAttributes(Requests.number("number", Long.MIN_VALUE))
                .addAttributes(
                    KeyValue.newBuilder()
                        .setKey("bytes")
                        .setValue(AnyValue.newBuilder().setBytesValue(Requests.id(-2))))
                .addAttributes(
                    KeyValue.newBuilder()
                        .setKey("nan")
                        .setValue(AnyValue.newBuilder().setDoubleValue(Double.NaN)))
                .addLinks(
                    Span.Link.newBuilder().setTraceId(Requests.id(0, 9)).setSpanId(Requests.id(8)))
                .addEvents(Span.Event.newBuilder().setName("event").setTimeUnixNano(5))
                .build());

    assertThat(encoding.read(encoding.write(request))).isEqualTo(request);
  }

  @Test
  void jsonHasHexadecimalIdsAndNumbersForEnums() {
    String json =
        new String(
            Encoding.JSON.write(Requests.of("shop", Requests.span(1, 2).build())),
            StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"traceId\":\"00000000000000000000000000000001\"")
        .contains("\"spanId\":\"0000000000000002\"")
        .contains("\"kind\":2")
        .contains("\"startTimeUnixNano\":\"2000000000\"");
  }

  @Test
  void jsonOfOtherSendersIsRead() throws Exception {
    Span span =
        onlySpan(
            """
            {"traceId": "5B8EFFF798038103D269B633813FC60C", "span_id": "eee19b7ec3c1b174",
             "kind": "SPAN_KIND_CLIENT", "startTimeUnixNano": 17, "endTimeUnixNano": "18",
             "unknown": {"a": [1, {"b": null}]}, "name": null}""");

    assertThat(span.getTraceId().size()).isEqualTo(16);
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(span.getStartTimeUnixNano()).isEqualTo(17);
    assertThat(span.getEndTimeUnixNano()).isEqualTo(18);
    assertThat(span.getName()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}{}",
        "{\"resourceSpans\": {}}",
        "{\"resourceSpans\": [null]}",
        "{\"resourceSpans\": [{\"scopeSpans\": 1}]}",
      })
  void textThatIsNoRequestIsRefused(String text) {
    assertThatThrownBy(() -> Encoding.JSON.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"traceId\": \"xyz\"}",
        "{\"startTimeUnixNano\": -1}",
        "{\"startTimeUnixNano\": 1e99}",
        "{\"startTimeUnixNano\": \"18446744073709551616\"}",
        "{\"flags\": 4294967296}",
        "{\"kind\": \"NO_KIND\"}",
        "{\"name\": 5}",
      })
  void valueOfAnotherTypeIsRefused(String span) {
    assertThatThrownBy(() -> onlySpan(span)).isInstanceOf(MalformedException.class);
  }

  /** Otherwise a request could be taken as JSON, and not be read again from the log. */
  @Test
  void bothEncodingsRefuseTheSameDepth() throws Exception {
    boolean refused = false;
    for (int depth = 1; depth < 100; depth++) {
      ExportTraceServiceRequest nested = nested(depth);
      boolean protobuf = isRead(Encoding.PROTOBUF, nested);
      assertThat(isRead(Encoding.JSON, nested)).as("depth %d", depth).isEqualTo(protobuf);
      refused |= !protobuf;
    }
    assertThat(refused).isTrue();
  }

  @Test
  void veryDeepTextIsRefusedWithoutAStackOverflow() {
    String deep = "{\"x\":".repeat(1_000_000);

    assertThatThrownBy(() -> Encoding.JSON.read(deep.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void contentTypeMayHaveParameters() {
    assertThat(Encoding.of("Application/JSON; charset=utf-8")).isEqualTo(Encoding.JSON);
    assertThat(Encoding.of("application/x-protobuf")).isEqualTo(Encoding.PROTOBUF);
    assertThat(Encoding.of("text/plain")).isNull();
    assertThat(Encoding.of(null)).isNull();
  }

  private static Span onlySpan(String span) throws MalformedException {
    String request = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span + "]}]}]}";
    return Encoding.JSON
        .read(request.getBytes(StandardCharsets.UTF_8))
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpans(0);
  }

  private static boolean isRead(Encoding encoding, ExportTraceServiceRequest request) {
    try {
      return encoding.read(encoding.write(request)).equals(request);
    } catch (MalformedException refused) {
      return false;
    }
  }

  private static ExportTraceServiceRequest nested(int depth) {
    AnyValue value = AnyValue.newBuilder().setIntValue(1).build();
    for (int i = 0; i < depth; i++) {
      value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();
    }
    return Requests.of(
        "deep",
        Requests.span(1, 1)
            .addAttributes(KeyValue.newBuilder().setKey("deep").setValue(value))
            .build());
  }
}
