// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of a trace within one service: the summary of its spans there. The parts of all
 * services together are that of the trace. Immutable.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param service cut to 1,000 bytes
 * @param first the span that started first
 * @param root the root that started first; {@code null} where none is here
 * @param end nanoseconds since 1970, of the span that ended last
 * @param longest how long its longest span took, in nanoseconds
 * @param spans how many there are
 * @param errors how many of them have failed
 * @param operations the names of its spans, as far as there is room
 */
public record TracePart(
    String traceId,
    String service,
    Entry first,
    Entry root,
    long end,
    long longest,
    long spans,
    long errors,
    OperationNames operations) {

  /**
   * A span that says what a trace is.
   *
   * @param name cut to 1,000 bytes
   * @param start nanoseconds since 1970
   */
  public record Entry(String name, long start) {

    static Entry earlier(Entry one, Entry other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return other.start < one.start ? other : one;
    }
  }

  /** Of a trace of this span alone. */
  static TracePart of(OtlpSpan span, String service) {
    Times times = Times.of(span);
    Entry entry = new Entry(Values.cut(span.name(), Values.MAX_KEY), times.start());
    return new TracePart(
        span.traceId(),
        service,
        entry,
        span.isRoot() ? entry : null,
        times.end(),
        times.duration(),
        1,
        span.isError() ? 1 : 0,
        OperationNames.of(entry.name));
  }

  static TracePart of(Map<String, AttributeValue> item) {
    AttributeValue root = item.get(Names.ROOT);
    return new TracePart(
        item.get(Names.TRACE_ID).s(),
        item.get(Names.SERVICE).s(),
        new Entry(item.get(Names.FIRST).s(), number(item, Names.START)),
        root == null ? null : new Entry(root.s(), number(item, Names.ROOT_START)),
        number(item, Names.END),
        number(item, Names.LONGEST),
        number(item, Names.SPAN_COUNT),
        number(item, Names.ERROR_COUNT),
        OperationNames.of(item));
  }

  /** What is known with other spans of the same part. */
  TracePart plus(TracePart other) {
    return new TracePart(
        traceId,
        service,
        Entry.earlier(first, other.first),
        Entry.earlier(root, other.root),
        Math.max(end, other.end),
        Math.max(longest, other.longest),
        spans + other.spans,
        errors + other.errors,
        operations.plus(other.operations));
  }

  /** Only what has failed is in the index of what has failed. */
  Map<String, AttributeValue> item(AttributeValue expires) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(Names.TRACE_ID, AttributeValue.fromS(traceId));
    item.put(Names.SERVICE, AttributeValue.fromS(service));
    item.put(Names.START, Values.number(first.start));
    item.put(Names.END, Values.number(end));
    item.put(Names.DURATION, Values.number(end - first.start));
    item.put(Names.LONGEST, Values.number(longest));
    item.put(Names.SPAN_COUNT, Values.number(spans));
    item.put(Names.ERROR_COUNT, Values.number(errors));
    item.put(Names.FIRST, AttributeValue.fromS(first.name));
    if (root != null) {
      item.put(Names.ROOT, AttributeValue.fromS(root.name));
      item.put(Names.ROOT_START, Values.number(root.start));
    }
    if (errors > 0) {
      item.put(Names.FAILED, AttributeValue.fromS(service));
    }
    operations.addTo(item);
    item.put(Names.EXPIRES, expires);
    return item;
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
