// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A field of a service's requests or answers that becomes an attribute. Fields that an operation
 * does not have, and values of another type than is expected, are left out. Immutable.
 *
 * @param name as in the service's API
 */
record Field<T>(String name, AttributeKey<T> key, Function<Object, T> value) {

  static Field<String> text(String name, String key) {
    return text(name, key, text -> text);
  }

  /** A text of which a part is told; {@code null} for none. */
  static Field<String> text(String name, String key, Function<String, String> part) {
    return new Field<>(
        name,
        AttributeKey.stringKey(key),
        value -> value instanceof String text && !text.isEmpty() ? part.apply(text) : null);
  }

  static Field<Long> number(String name, String key) {
    return new Field<>(
        name,
        AttributeKey.longKey(key),
        value -> value instanceof Number number ? number.longValue() : null);
  }

  /** A number that is only worth telling where it is not zero. */
  static Field<Long> positive(String name, String key) {
    return new Field<>(
        name,
        AttributeKey.longKey(key),
        value ->
            value instanceof Number number && number.longValue() > 0 ? number.longValue() : null);
  }

  static Field<Boolean> flag(String name, String key) {
    return new Field<>(
        name, AttributeKey.booleanKey(key), value -> value instanceof Boolean flag ? flag : null);
  }

  /** How many there are of a list or of a map's keys. */
  static Field<Long> count(String name, String key) {
    return new Field<>(
        name,
        AttributeKey.longKey(key),
        value -> {
          Collection<?> all = value instanceof Map<?, ?> map ? map.keySet() : members(value);
          return all.isEmpty() ? null : (long) all.size();
        });
  }

  /** A text, the texts of a list, or a map's keys. */
  static Field<List<String>> texts(String name, String key) {
    return new Field<>(
        name,
        AttributeKey.stringArrayKey(key),
        value -> {
          Collection<?> all = value instanceof Map<?, ?> map ? map.keySet() : members(value);
          return all.isEmpty() ? null : all.stream().map(String::valueOf).toList();
        });
  }

  /** A structure, or each of a list, as JSON. */
  static Field<List<String>> json(String name, String key) {
    return new Field<>(
        name,
        AttributeKey.stringArrayKey(key),
        value -> {
          List<String> all = new ArrayList<>();
          for (Object member : members(value)) {
            if (member instanceof SdkPojo structure) {
              all.add(Json.of(structure));
            }
          }
          return all.isEmpty() ? null : all;
        });
  }

  private static Collection<?> members(Object value) {
    return value instanceof Collection<?> all ? all : List.of(value);
  }

  /** Says on a span what the field holds. */
  void describe(Span span, Object held) {
    T told = value.apply(held);
    if (told != null) {
      span.setAttribute(key, told);
    }
  }
}
