// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.List;

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
      setList(span, key, list, value);
    } else if (value.getClass().isArray()) {
      setList(span, key, new ArrayView(value), value);
    } else {
      span.setAttribute(key, String.valueOf(value));
    }
  }

  /** A list whose elements are of one kind keeps it; any other is recorded as its text. */
  private static void setList(Span span, String key, List<?> list, Object value) {
    if (list.stream().allMatch(String.class::isInstance)) {
      span.setAttribute(
          AttributeKey.stringArrayKey(key), list.stream().map(String.class::cast).toList());
    } else if (list.stream().allMatch(Attribute::isIntegral)) {
      span.setAttribute(
          AttributeKey.longArrayKey(key),
          list.stream().map(element -> ((Number) element).longValue()).toList());
    } else if (list.stream().allMatch(Boolean.class::isInstance)) {
      span.setAttribute(
          AttributeKey.booleanArrayKey(key), list.stream().map(Boolean.class::cast).toList());
    } else if (list.stream().allMatch(Attribute::isFloating)) {
      span.setAttribute(
          AttributeKey.doubleArrayKey(key),
          list.stream().map(element -> ((Number) element).doubleValue()).toList());
    } else {
      span.setAttribute(key, String.valueOf(value instanceof List ? value : list));
    }
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

  /** An array of any component type, primitive ones included. */
  private static final class ArrayView extends AbstractList<Object> {

    private final Object array;

    ArrayView(Object array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return Array.get(array, index);
    }

    @Override
    public int size() {
      return Array.getLength(array);
    }
  }
}
