// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Turns what an application sets into what a span keeps: String, Long, Double, Boolean, or one of
 * the immutable {@link Composite}s. Lists are copied, since the application may go on changing its
 * own; texts are cut to the limit, composites to {@link #MAX_ELEMENTS} in all and to {@link
 * #MAX_DEPTH}.
 */
final class AttributeValues {

  static final int MAX_ELEMENTS = 4096;
  static final int MAX_DEPTH = 16;

  /** A value made of others. Final fields make these safe to read by a thread that races. */
  sealed interface Composite {}

  /** An array: of strings, booleans, numbers, or (newer OpenTelemetry) anything. */
  record Elements(List<Object> items) implements Composite {}

  /** A map; newer OpenTelemetry only. */
  record Entries(List<Entry> items) implements Composite {}

  /** One entry of a map. */
  record Entry(String key, Object value) {}

  /** Bytes; newer OpenTelemetry only. */
  record Bytes(byte[] content) implements Composite {}

  /** A value that is there but says nothing. */
  enum Empty implements Composite {
    VALUE
  }

  private final int maxLength;
  private int elementsLeft = MAX_ELEMENTS;
  private int depth;

  private AttributeValues(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * What a span keeps of a value.
   *
   * @param maxLength of texts, in chars
   */
  static Object of(Object value, int maxLength) {
    if (value instanceof String text) {
      return Texts.cut(text, maxLength);
    }
    if (value instanceof Long || value instanceof Boolean || value instanceof Double) {
      return value;
    }
    return new AttributeValues(maxLength).convert(value);
  }

  private Object convert(Object value) {
    if (value == null) {
      return Empty.VALUE;
    }
    if (value instanceof String text) {
      return Texts.cut(text, maxLength);
    }
    if (value instanceof Boolean || value instanceof Composite) {
      return value;
    }
    if (value instanceof Number number) {
      return convertNumber(number);
    }
    if (value instanceof Collection<?> || RichValues.isRich(value)) {
      return convertNested(value);
    }
    return Texts.cut(String.valueOf(value), maxLength);
  }

  private static Object convertNumber(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return number.doubleValue();
    }
    return number.longValue();
  }

  private Object convertNested(Object value) {
    if (depth == MAX_DEPTH) {
      return Empty.VALUE;
    }
    depth++;
    try {
      return value instanceof Collection<?> items ? elements(items) : rich(value);
    } finally {
      depth--;
    }
  }

  private Elements elements(Collection<?> items) {
    List<Object> copy = new ArrayList<>();
    for (Object item : items) {
      if (elementsLeft == 0) {
        break;
      }
      elementsLeft--;
      copy.add(convert(item));
    }
    return new Elements(copy);
  }

  private Object rich(Object value) {
    Object content = RichValues.content(value);
    return switch (RichValues.type(value)) {
      case "BYTES" -> new Bytes(RichValues.bytes(content, maxLength));
      case "KEY_VALUE_LIST" -> entries((Collection<?>) content);
      case "EMPTY" -> Empty.VALUE;
      default -> convert(content);
    };
  }

  private Entries entries(Collection<?> items) {
    List<Entry> copy = new ArrayList<>();
    for (Object item : items) {
      if (elementsLeft == 0) {
        break;
      }
      elementsLeft--;
      String key = Texts.cut(RichValues.key(item), maxLength);
      copy.add(new Entry(key, convert(RichValues.entryValue(item))));
    }
    return new Entries(copy);
  }
}
