// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of a trace. Immutable.
 *
 * @param start nanoseconds since 1970, of the span that started first
 * @param end nanoseconds since 1970, of the span that ended last
 * @param service that of the root; of any span as long as that is not known
 * @param root the name of the root; {@code null} as long as it is not known
 */
record Summary(
    long start,
    long end,
    SortedSet<String> services,
    long spans,
    long errors,
    String service,
    String root) {

  /** An item has 400 KB. */
  private static final int MAX_SERVICES = 100;

  static Summary of(OtlpSpan span, String service, String name) {
    return new Summary(
        span.start(),
        span.end(),
        new TreeSet<>(List.of(service)),
        1,
        span.isError() ? 1 : 0,
        service,
        span.isRoot() ? name : null);
  }

  static Summary of(Map<String, AttributeValue> item) {
    AttributeValue root = item.get(Names.ROOT);
    return new Summary(
        number(item, Names.START),
        number(item, Names.END),
        new TreeSet<>(item.get(Names.SERVICES).ss()),
        number(item, Names.SPAN_COUNT),
        number(item, Names.ERROR_COUNT),
        item.get(Names.SERVICE).s(),
        root == null ? null : root.s());
  }

  /** What is known with other spans of the same trace. */
  Summary plus(Summary other) {
    SortedSet<String> both = new TreeSet<>(services);
    for (String one : other.services) {
      if (both.size() < MAX_SERVICES) {
        both.add(one);
      }
    }
    Summary withRoot = root == null && other.root != null ? other : this;
    return new Summary(
        Math.min(start, other.start),
        Math.max(end, other.end),
        both,
        spans + other.spans,
        errors + other.errors,
        withRoot.service,
        withRoot.root);
  }

  Map<String, AttributeValue> item(String traceId, AttributeValue expires) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(Names.TRACE_ID, AttributeValue.fromS(traceId));
    item.put(Names.START, Values.number(start));
    item.put(Names.END, Values.number(end));
    item.put(Names.DURATION, Values.number(end - start));
    item.put(Names.SERVICES, AttributeValue.builder().ss(services).build());
    item.put(Names.SPAN_COUNT, Values.number(spans));
    item.put(Names.ERROR_COUNT, Values.number(errors));
    item.put(Names.SERVICE, AttributeValue.fromS(service));
    if (root != null) {
      item.put(Names.ROOT, AttributeValue.fromS(root));
    }
    item.put(Names.EXPIRES, expires);
    return item;
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
