// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes up, from a seed, all that can be recorded. */
final class RandomTelemetry {

  private static final String CHARS =
      "aZ 0\u0000\n\u007f\u0080\u07ff\u0800\uffff\ud83d\ude00\udc00";

  private final Random random;

  RandomTelemetry(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Nanoseconds since 1970, of any time that has or may come. */
  long time() {
    return 1 + (random.nextLong() >>> 3);
  }

  /** Of any length up to 300 chars, of every length in UTF-8, lone surrogates among them. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = below(5) == 0 ? below(300) : below(12); i > 0; i--) {
      text.append(CHARS.charAt(below(CHARS.length())));
    }
    return text.toString();
  }

  /** The text as it arrives: every lone surrogate replaced. */
  static String encodable(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  SpanContext context() {
    TraceFlags flags = TraceFlags.fromByte((byte) below(4));
    TraceState state =
        below(2) == 0
            ? TraceState.getDefault()
            : TraceState.builder().put("b", "2").put("a", "1").build();
    String traceId = TraceId.fromLongs(Ids.random(), Ids.random());
    String spanId = SpanId.fromLong(Ids.random());
    return below(2) == 0
        ? SpanContext.create(traceId, spanId, flags, state)
        : SpanContext.createFromRemoteParent(traceId, spanId, flags, state);
  }

  Attributes attributes() {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = below(10); i > 0; i--) {
      put(attributes, "k" + i + text());
    }
    return attributes.build();
  }

  /** What the attributes are in OTLP. */
  static List<KeyValue> encoded(Attributes attributes) {
    return attributes.asMap().entrySet().stream()
        .map(entry -> Otlp.attribute(encodable(entry.getKey().getKey()), value(entry.getValue())))
        .toList();
  }

  private static Object value(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RandomTelemetry::value).toList();
    }
    return value instanceof String text ? encodable(text) : value;
  }

  private void put(AttributesBuilder attributes, String key) {
    switch (below(8)) {
      case 0 -> attributes.put(AttributeKey.stringKey(key), text());
      case 1 -> attributes.put(AttributeKey.longKey(key), number());
      case 2 -> attributes.put(AttributeKey.doubleKey(key), fraction());
      case 3 -> attributes.put(AttributeKey.booleanKey(key), random.nextBoolean());
      case 4 -> attributes.put(AttributeKey.stringArrayKey(key), list(this::text));
      case 5 -> attributes.put(AttributeKey.longArrayKey(key), list(this::number));
      case 6 -> attributes.put(AttributeKey.doubleArrayKey(key), list(this::fraction));
      default -> attributes.put(AttributeKey.booleanArrayKey(key), list(random::nextBoolean));
    }
  }

  /** Of every length as a varint. */
  private Long number() {
    return random.nextLong() >> below(64);
  }

  private Double fraction() {
    return Double.longBitsToDouble(random.nextLong());
  }

  private <T> List<T> list(Supplier<T> item) {
    return Stream.generate(item).limit(below(5)).toList();
  }
}
