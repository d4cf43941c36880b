// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts any value of an application into an attribute, of its own type where there is one. */
final class Attribute {

  private Attribute() {}

  /**
   * Sets an attribute; {@code null} is left out. Runs code of the application ({@code toString}),
   * which may throw: the attribute is left out then. Does not throw.
   */
  static void set(Span span, String key, Object value) {
    try {
      if (value != null) {
        setScalar(span, key, value);
      }
    } catch (Throwable failure) {
      Guard.failed("record an attribute", failure);
    }
  }

  private static void setScalar(Span span, String key, Object value) {
    if (value instanceof String text) {
      span.setAttribute(key, text);
    } else if (isIntegral(value)) {
      span.setAttribute(key, ((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      span.setAttribute(key, flag.booleanValue());
    } else if (isFloating(value)) {
      span.setAttribute(key, ((Number) value).doubleValue());
    } else if (value instanceof List<?> list) {
      setList(span, key, list);
    } else if (value.getClass().isArray()) {
      setList(span, key, elements(value));
    } else {
      span.setAttribute(key, String.valueOf(value));
    }
  }

  /** A list whose elements are of one kind keeps it; any other is recorded as its text. */
  private static void setList(Span span, String key, List<?> list) {
    boolean isOfOneKind =
        isSet(span, AttributeKey.stringArrayKey(key), list, Attribute::text)
            || isSet(span, AttributeKey.longArrayKey(key), list, Attribute::integral)
            || isSet(span, AttributeKey.booleanArrayKey(key), list, Attribute::flag)
            || isSet(span, AttributeKey.doubleArrayKey(key), list, Attribute::floating);
    if (!isOfOneKind) {
      span.setAttribute(key, String.valueOf(list));
    }
  }

  /**
   * Sets it if all elements are of a kind.
   *
   * @param reader gives {@code null} for what is not of that kind
   */
  private static <T> boolean isSet(
      Span span, AttributeKey<List<T>> key, List<?> list, Function<Object, T> reader) {
    List<T> all = new ArrayList<>(list.size());
    for (Object element : list) {
      T value = reader.apply(element);
      if (value == null) {
        return false;
      }
      all.add(value);
    }
    span.setAttribute(key, all);
    return true;
  }

  private static String text(Object value) {
    return value instanceof String text ? text : null;
  }

  private static Boolean flag(Object value) {
    return value instanceof Boolean flag ? flag : null;
  }

  private static Long integral(Object value) {
    return isIntegral(value) ? (Long) ((Number) value).longValue() : null;
  }

  private static Double floating(Object value) {
    return isFloating(value) ? (Double) ((Number) value).doubleValue() : null;
  }

  private static boolean isIntegral(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  private static boolean isFloating(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  /** Those of an array of any component type, primitive ones included. */
  private static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }
}
