// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.SpanBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes items of spans: what can be asked for, and the span as an OTLP request of its own. An item
 * has 400 KB: of attributes, those that do not fit are left out of what can be asked for; of the
 * bytes, what does not fit goes to items whose sort keys are the span's id, {@code #} and a number.
 */
final class SpanItems {

  /** Together below 400 KB, with room for names and for what else there is. */
  static final int MAX_BYTES = 300_000;

  /** Between a span's id and the number of a part of it. */
  static final char PART_MARK = '#';

  private static final int MAX_ATTRIBUTES = 64_000;
  private static final int MAX_NAME = 4_096;

  private static final List<String> KINDS =
      List.of("unspecified", "internal", "server", "client", "producer", "consumer");

  private final byte[] resourcePrefix;
  private final String service;
  private final AttributeValue expires;

  /**
   * Makes items of one service's spans.
   *
   * @param service as it is in keys
   */
  SpanItems(byte[] resourcePrefix, String service, long expires) {
    this.resourcePrefix = resourcePrefix;
    this.service = service;
    this.expires = Values.number(expires);
  }

  /**
   * The item of a span.
   *
   * @throws IllegalArgumentException where it is none
   */
  SpanItem of(SpanBytes bytes) {
    OtlpSpan span = bytes.read();
    byte[] otlp = SpanBytes.request(resourcePrefix, List.of(bytes));
    List<Map<String, AttributeValue>> overflow = overflow(span, otlp);
    Map<String, AttributeValue> item = keys(span, span.spanId());
    queryable(span, item);
    attributes(span.attributes(), item);
    item.put(Names.OTLP, part(otlp, 0));
    if (!overflow.isEmpty()) {
      item.put(Names.PARTS, Values.number(1L + overflow.size()));
    }
    return new SpanItem(
        span.spanId(),
        new TracedOperation(Values.cut(span.name(), Values.MAX_KEY), kind(span)),
        item,
        Values.size(item),
        overflow,
        TracePart.of(span, service));
  }

  private List<Map<String, AttributeValue>> overflow(OtlpSpan span, byte[] otlp) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int start = MAX_BYTES; start < otlp.length; start += MAX_BYTES) {
      Map<String, AttributeValue> item = keys(span, span.spanId() + PART_MARK + (items.size() + 1));
      item.put(Names.OTLP, part(otlp, start));
      items.add(item);
    }
    return items;
  }

  private static AttributeValue part(byte[] otlp, int start) {
    int end = Math.min(otlp.length, start + MAX_BYTES);
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Arrays.copyOfRange(otlp, start, end)));
  }

  private Map<String, AttributeValue> keys(OtlpSpan span, String sortKey) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(Names.TRACE_ID, AttributeValue.fromS(span.traceId()));
    item.put(Names.SPAN_ID, AttributeValue.fromS(sortKey));
    item.put(Names.EXPIRES, expires);
    return item;
  }

  private void queryable(OtlpSpan span, Map<String, AttributeValue> item) {
    if (!span.isRoot()) {
      item.put(Names.PARENT_ID, AttributeValue.fromS(span.parentId()));
    }
    item.put(Names.SERVICE, AttributeValue.fromS(service));
    item.put(Names.NAME, AttributeValue.fromS(Values.cut(span.name(), MAX_NAME)));
    item.put(Names.KIND, AttributeValue.fromS(kind(span)));
    Times times = Times.of(span);
    item.put(Names.START, Values.number(times.start()));
    item.put(Names.END, Values.number(times.end()));
    item.put(Names.DURATION, Values.number(times.duration()));
    item.put(Names.ERROR, AttributeValue.fromBool(span.isError()));
  }

  private static void attributes(Map<String, Object> attributes, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> fitting = new LinkedHashMap<>();
    int size = 0;
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      AttributeValue value = Values.of(attribute.getValue());
      int more = Values.size(attribute.getKey(), value);
      if (size + more <= MAX_ATTRIBUTES) {
        fitting.put(attribute.getKey(), value);
        size += more;
      }
    }
    item.put(Names.ATTRIBUTES, AttributeValue.fromM(fitting));
    if (fitting.size() < attributes.size()) {
      item.put(Names.OMITTED, Values.number(attributes.size() - fitting.size()));
    }
  }

  private static String kind(OtlpSpan span) {
    return KINDS.get(span.kind() >= 0 && span.kind() < KINDS.size() ? span.kind() : 0);
  }
}
