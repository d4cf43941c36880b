// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Keys and values of a span, event, link or resource, in the order of the keys. A value is a {@link
 * String}, {@link Boolean}, {@link Long}, {@link Double} or a {@link List} of these; whatever else
 * is given is kept as its text. Immutable.
 */
public final class Attributes {

  private static final Attributes EMPTY = new Attributes(new String[0], new Object[0]);

  private final String[] keys;
  private final Object[] values;

  private Attributes(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** None. */
  public static Attributes empty() {
    return EMPTY;
  }

  /** A copy; entries without a value are left out. */
  public static Attributes of(Map<String, ?> entries) {
    Map<String, Object> sorted = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (value != null) {
            sorted.put(key, immutable(value));
          }
        });
    return sorted.isEmpty()
        ? EMPTY
        : new Attributes(sorted.keySet().toArray(new String[0]), sorted.values().toArray());
  }

  private static Object immutable(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      for (Object element : list) {
        copy.add(immutable(element));
      }
      return List.copyOf(copy);
    }
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    return value instanceof Number number ? (Object) number.longValue() : String.valueOf(value);
  }

  /** The value of a key; {@code null} where there is none. */
  public Object get(String key) {
    int index = Arrays.binarySearch(keys, key);
    return index < 0 ? null : values[index];
  }

  /** The text of a key; {@code null} where there is none, or it is no text. */
  public String text(String key) {
    return get(key) instanceof String text ? text : null;
  }

  /** The finite number of a key; the other one where there is none. */
  public double number(String key, double otherwise) {
    return get(key) instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : otherwise;
  }

  /** Whether the value of a key is {@code true}. */
  public boolean flag(String key) {
    return Boolean.TRUE.equals(get(key));
  }

  /** How many there are. */
  public int size() {
    return keys.length;
  }

  /** Each key with its value, in the order of the keys. */
  public void forEach(BiConsumer<String, Object> consumer) {
    for (int i = 0; i < keys.length; i++) {
      consumer.accept(keys[i], values[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    forEach(
        (key, value) ->
            text.append(text.length() == 1 ? "" : ", ").append(key).append('=').append(value));
    return text.append('}').toString();
  }
}
