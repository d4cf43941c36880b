// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.List;

/** A cheap carrier for millions of requests, which refuses what must never be injected. */
final class FuzzCarrier {

  static final TextMapSetter<FuzzCarrier> SETTER = FuzzCarrier::injected;
  static final TextMapGetter<FuzzCarrier> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(FuzzCarrier carrier) {
          return carrier.names;
        }

        @Override
        public String get(FuzzCarrier carrier, String key) {
          int i = carrier.names.indexOf(key);
          return i < 0 ? null : carrier.values.get(i);
        }
      };

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  void clear() {
    names.clear();
    values.clear();
  }

  void add(String name, String value) {
    names.add(name);
    values.add(value);
  }

  /** The number of characters of all names and values. */
  int length() {
    int length = 0;
    for (int i = 0; i < names.size(); i++) {
      length += names.get(i).length() + values.get(i).length();
    }
    return length;
  }

  private void injected(String name, String value) {
    if (value.isEmpty() || !isPrintable(name) || !isPrintable(value)) {
      throw new AssertionError("injects " + name + ": " + value);
    }
    if (names.contains(name)) {
      throw new AssertionError("injects " + name + " twice");
    }
    add(name, value);
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return text.trim().length() == text.length();
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      all.append(names.get(i)).append(": ").append(escaped(values.get(i))).append('\n');
    }
    return all.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < ' ' || c > '~' ? String.format("\\u%04x", c) : (char) c));
    return escaped.toString();
  }
}
