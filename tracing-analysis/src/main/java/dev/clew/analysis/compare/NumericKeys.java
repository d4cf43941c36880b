// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.Attributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How attributes are made into text. Numbers that take few values, such as status codes, are names;
 * others, such as sizes, fall into ranges, or no two traces would have the same. For one thread.
 */
final class NumericKeys {

  private static final int MAX_NAMES = 20;
  private static final int MAX_LENGTH = 200;

  private final Map<String, Set<Object>> values = new HashMap<>();

  /** Looks at attributes that will be asked for. */
  void look(Attributes attributes) {
    attributes.forEach(
        (key, value) -> {
          if (value instanceof Number) {
            Set<Object> known = values.computeIfAbsent(key, name -> new HashSet<>());
            if (known.size() <= MAX_NAMES) {
              known.add(value);
            }
          }
        });
  }

  String text(String key, Object value) {
    if (value instanceof Number number && values.get(key).size() > MAX_NAMES) {
      return range(number.doubleValue());
    }
    String text = value.toString();
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }

  /** From a power of two to the next one. */
  private static String range(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return Double.toString(number);
    }
    double least = Math.scalb(1.0, Math.getExponent(number));
    String sign = number < 0 ? "-" : "";
    return sign + plain(least) + " to " + sign + plain(2 * least);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && number < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
