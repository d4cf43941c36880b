// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.SplittableRandom;

/** Spans with everything that a span can have; the same ones for the same seed. */
public final class RandomSpans {

  private final SplittableRandom random;

  public RandomSpans(long seed) {
    random = new SplittableRandom(seed);
  }

  public Span span() {
    Span.Builder span = Span.newBuilder();
    span.setTraceId(bytes(16)).setSpanId(bytes(8)).setName(text());
    span.setKindValue(random.nextInt(6));
    span.setStartTimeUnixNano(random.nextLong()).setEndTimeUnixNano(random.nextLong());
    if (random.nextBoolean()) {
      span.setParentSpanId(bytes(8)).setTraceState("a=" + random.nextInt(9));
      span.setFlags(random.nextInt()).setDroppedAttributesCount(random.nextInt());
      span.setStatus(Status.newBuilder().setMessage(text()).setCodeValue(random.nextInt(3)));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      span.addAttributes(attribute(0));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      span.addEvents(event());
      span.addLinks(link());
    }
    return span.build();
  }

  private Span.Event event() {
    return Span.Event.newBuilder()
        .setTimeUnixNano(random.nextLong())
        .setName(text())
        .addAttributes(attribute(0))
        .setDroppedAttributesCount(random.nextInt(2))
        .build();
  }

  private Span.Link link() {
    return Span.Link.newBuilder()
        .setTraceId(bytes(16))
        .setSpanId(bytes(8))
        .setTraceState(random.nextBoolean() ? "b=1" : "")
        .addAttributes(attribute(0))
        .setFlags(random.nextInt(3))
        .build();
  }

  private KeyValue attribute(int depth) {
    return KeyValue.newBuilder().setKey(text()).setValue(value(depth)).build();
  }

  private AnyValue value(int depth) {
    AnyValue.Builder value = AnyValue.newBuilder();
    switch (random.nextInt(depth < 3 ? 8 : 6)) {
      case 0 -> value.setStringValue(text());
      case 1 -> value.setBoolValue(random.nextBoolean());
      case 2 -> value.setIntValue(random.nextLong());
      case 3 -> value.setDoubleValue(number());
      case 4 -> value.setBytesValue(bytes(random.nextInt(5)));
      case 5 -> value.setIntValue(0);
      case 6 -> value.setArrayValue(array(depth));
      default -> value.setKvlistValue(list(depth));
    }
    return value.build();
  }

  private ArrayValue array(int depth) {
    ArrayValue.Builder array = ArrayValue.newBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.addValues(value(depth + 1));
    }
    return array.build();
  }

  private KeyValueList list(int depth) {
    KeyValueList.Builder list = KeyValueList.newBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.addValues(attribute(depth + 1));
    }
    return list.build();
  }

  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> 0.0;
      case 3 -> random.nextInt(100);
      default -> random.nextDouble() * 1e300;
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int c = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT);
      text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
    }
    return text.toString();
  }

  private ByteString bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return ByteString.copyFrom(bytes);
  }
}
