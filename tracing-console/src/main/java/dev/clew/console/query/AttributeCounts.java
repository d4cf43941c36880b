// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.ValueText;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which attributes spans have, with which values, and how often. Bounded. For one thread. */
final class AttributeCounts {

  private static final int MOST_NAMES = 200;
  private static final int MOST_VALUES = 200;
  private static final int VALUES_TOLD = 20;
  private static final int LONGEST = 100;

  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  /** Adds those of spans, and of who made them once, so that they do not come before all others. */
  void add(List<KeptSpan> spans) {
    spans.forEach(span -> span.span().getAttributesList().forEach(this::add));
    spans.stream()
        .map(KeptSpan::origin)
        .distinct()
        .forEach(origin -> origin.resource().getAttributesList().forEach(this::add));
  }

  private void add(KeyValue attribute) {
    String value = ValueText.of(attribute.getValue());
    if (value == null || value.length() > LONGEST || attribute.getKey().length() > LONGEST) {
      return;
    }
    Map<String, Integer> values = counts.get(attribute.getKey());
    if (values == null) {
      if (counts.size() >= MOST_NAMES) {
        return;
      }
      values = new HashMap<>();
      counts.put(attribute.getKey(), values);
    }
    if (values.size() < MOST_VALUES || values.containsKey(value)) {
      values.merge(value, 1, Integer::sum);
    }
  }

  /** Names and values, the most frequent first; as often, by the alphabet. */
  List<Map<String, Object>> told() {
    Map<String, Integer> names = new HashMap<>();
    counts.forEach(
        (name, values) ->
            names.put(name, values.values().stream().mapToInt(Integer::intValue).sum()));
    List<Map<String, Object>> told = new ArrayList<>();
    for (String name : sorted(names)) {
      List<String> values = sorted(counts.get(name));
      told.add(
          Map.of("name", name, "values", values.subList(0, Math.min(VALUES_TOLD, values.size()))));
    }
    return told;
  }

  private static List<String> sorted(Map<String, Integer> counts) {
    List<String> keys = new ArrayList<>(counts.keySet());
    keys.sort(
        (a, b) -> {
          int byCount = Integer.compare(counts.get(b), counts.get(a));
          return byCount != 0 ? byCount : a.compareTo(b);
        });
    return keys;
  }
}
