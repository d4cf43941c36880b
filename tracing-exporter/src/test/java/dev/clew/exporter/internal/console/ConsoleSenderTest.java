// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clew.exporter.sender.BatchBuilder;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.testing.RandomSpans;
import dev.clew.exporter.testing.Spans;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleSenderTest {

  private final StringBuilder printed = new StringBuilder();
  private final ConsoleSender sender = new ConsoleSender(printed::append);

  @Test
  void printsALineThatSaysWhatMatters() throws Exception {
    Span span =
        Spans.span("GET /orders").toBuilder()
            .setParentSpanId(ByteString.copyFrom(new byte[] {9, 9, 9, 9, 9, 9, 9, 9}))
            .setStatus(
                Status.newBuilder()
                    .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                    .setMessage("it broke"))
            .addAttributes(attribute("n", AnyValue.newBuilder().setIntValue(-3)))
            .addAttributes(
                attribute(
                    "list",
                    AnyValue.newBuilder()
                        .setArrayValue(
                            ArrayValue.newBuilder()
                                .addValues(AnyValue.newBuilder().setBoolValue(true))
                                .addValues(AnyValue.newBuilder().setDoubleValue(0.5)))))
            .build();

    assertThat(send(span.toByteArray())).isEqualTo(SendResult.success());

    assertThat(printed.toString().lines())
        .containsExactly(
            "2023-11-14T22:13:20Z 12.300ms SERVER 'GET /orders' ERROR it broke"
                + " trace=0102030405060708090a0b0c0d0e0f10 span=0102030405060708"
                + " parent=0909090909090909 {http.route=/orders, n=-3, list=[true, 0.5]}");
  }

  @Test
  void nothingFromOutsideMakesALineOfItsOwn() throws Exception {
    RandomSpans random = new RandomSpans(3);
    for (int i = 0; i < 500; i++) {
      printed.setLength(0);
      send(random.span().toByteArray());
      assertThat(printed.toString().lines()).hasSize(1);
    }
    printed.setLength(0);
    send(Spans.bytes("a\r\n2023-11-14 forged\u2028\u001b[31m"));
    assertThat(printed.toString().strip()).doesNotContain("\n", "\r", "\u2028", "\u001b");
  }

  @Test
  void leavesOutWhatIsNoSpan() throws Exception {
    assertThat(send(new byte[] {(byte) 0xff}).rejected()).isEqualTo(1);
    assertThat(printed).isEmpty();
  }

  private static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private SendResult send(byte[] bytes) throws IOException {
    byte[] nothing = {};
    BatchBuilder builder = new BatchBuilder();
    builder.add(0, bytes, 0, bytes.length);
    return sender.send(builder.build(nothing, scope -> nothing), Duration.ofSeconds(1));
  }
}
