// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.clew.exporter.testing.JsonSpans;
import dev.clew.exporter.testing.RandomSpans;
import dev.clew.exporter.testing.Spans;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OtlpJsonTest {

  @Test
  void saysWhatProtobufsOwnJsonSays() throws Exception {
    RandomSpans random = new RandomSpans(42);
    for (int i = 0; i < 3000; i++) {
      Span span = random.span();
      assertThat(JsonSpans.span(json(Schema.SPAN, span.toByteArray()))).isEqualTo(span);
    }
  }

  @Test
  void writesIdsAsHexLongsAsTextAndEnumsAsNumbers() {
    Span span =
        Spans.span("GET /\"a\"\n").toBuilder()
            .setParentSpanId(ByteString.copyFrom(new byte[] {-1, 0, 0, 0, 0, 0, 0, 1}))
            .setFlags(257)
            .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
            .setEndTimeUnixNano(-1)
            .build();

    assertThat(json(Schema.SPAN, span.toByteArray()))
        .isEqualTo(
            "{\"traceId\":\"0102030405060708090a0b0c0d0e0f10\",\"spanId\":\"0102030405060708\","
                + "\"parentSpanId\":\"ff00000000000001\",\"flags\":257,"
                + "\"name\":\"GET /\\\"a\\\"\\u000a\",\"kind\":2,"
                + "\"startTimeUnixNano\":\"1700000000000000000\","
                + "\"endTimeUnixNano\":\"18446744073709551615\","
                + "\"attributes\":[{\"key\":\"http.route\",\"value\":{\"stringValue\":\"/orders\"}}],"
                + "\"status\":{\"code\":2}}");
  }

  @Test
  void writesValuesOfEveryType() {
    assertThat(value(AnyValue.newBuilder().setIntValue(-5))).isEqualTo("{\"intValue\":\"-5\"}");
    assertThat(value(AnyValue.newBuilder().setBoolValue(false))).isEqualTo("{\"boolValue\":false}");
    assertThat(value(AnyValue.newBuilder().setStringValue(""))).isEqualTo("{\"stringValue\":\"\"}");
    assertThat(value(AnyValue.newBuilder().setDoubleValue(Double.NaN)))
        .isEqualTo("{\"doubleValue\":\"NaN\"}");
    assertThat(value(AnyValue.newBuilder().setDoubleValue(1.5))).isEqualTo("{\"doubleValue\":1.5}");
    assertThat(value(AnyValue.newBuilder().setDoubleValue(-0.0)))
        .isEqualTo("{\"doubleValue\":-0.0}");
    assertThat(value(AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {1}))))
        .isEqualTo("{\"bytesValue\":\"AQ==\"}");
    assertThat(value(AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder())))
        .isEqualTo("{\"arrayValue\":{}}");
    assertThat(value(AnyValue.newBuilder())).isEqualTo("{}");
  }

  @Test
  void leavesOutFieldsItDoesNotKnow() {
    byte[] span = Spans.bytes("a");
    byte[] more = Arrays.copyOf(span, span.length + 3);
    more[span.length] = (byte) 0xf8; // field 31, a number
    more[span.length + 1] = 0x01;
    more[span.length + 2] = 5;

    assertThat(json(Schema.SPAN, more)).isEqualTo(json(Schema.SPAN, span));
  }

  @Test
  void writesTheResourceWithoutItsScopes() {
    byte[] prefix = Spans.resource("shop");
    StringBuilder out = new StringBuilder();

    assertThat(new OtlpJson(out).fields(Schema.RESOURCE_PREFIX, prefix, 0, prefix.length)).isTrue();
    assertThat(out.toString())
        .isEqualTo(
            "\"resource\":{\"attributes\":[{\"key\":\"service.name\","
                + "\"value\":{\"stringValue\":\"shop\"}}]},"
                + "\"schemaUrl\":\"https://opentelemetry.io/schemas/1.44.0\"");
  }

  @Test
  void refusesWhatIsNestedTooDeepAndGoesOnAfterwards() {
    AnyValue value = AnyValue.newBuilder().setIntValue(1).build();
    for (int i = 0; i < 60; i++) {
      value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();
    }
    byte[] deep =
        Span.newBuilder()
            .addAttributes(KeyValue.newBuilder().setKey("deep").setValue(value))
            .build()
            .toByteArray();
    StringBuilder out = new StringBuilder();
    OtlpJson json = new OtlpJson(out);

    assertThatThrownBy(() -> json.message(Schema.SPAN, deep, 0, deep.length))
        .isInstanceOf(IllegalArgumentException.class);
    out.setLength(0);
    byte[] empty = {};
    json.message(Schema.SPAN, empty, 0, 0);
    assertThat(out.toString()).isEqualTo("{}");
  }

  @Test
  void damagedSpansAreRefusedOrReadButNeverDoHarm() {
    RandomSpans random = new RandomSpans(7);
    SplittableRandom damage = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = random.span().toByteArray();
      for (int j = damage.nextInt(4); j >= 0 && bytes.length > 0; j--) {
        bytes[damage.nextInt(bytes.length)] = (byte) damage.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(bytes, damage.nextInt(bytes.length + 1));
      try {
        assertThat(JsonSpans.parse(json(Schema.SPAN, cut)).isJsonObject()).isTrue();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching("malformed protobuf.*|nested deeper.*");
      }
    }
  }

  private static String value(AnyValue.Builder value) {
    return json(Schema.ANY_VALUE, value.build().toByteArray());
  }

  private static String json(Schema schema, byte[] bytes) {
    StringBuilder out = new StringBuilder();
    new OtlpJson(out).message(schema, bytes, 0, bytes.length);
    return out.toString();
  }
}
