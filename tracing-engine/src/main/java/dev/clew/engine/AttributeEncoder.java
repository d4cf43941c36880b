// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.AttributeValues.Bytes;
import dev.clew.engine.AttributeValues.Elements;
import dev.clew.engine.AttributeValues.Empty;
import dev.clew.engine.AttributeValues.Entries;
import dev.clew.engine.AttributeValues.Entry;
import java.util.List;

/** Writes attributes as OTLP {@code KeyValue} messages ({@code common/v1/common.proto}). */
final class AttributeEncoder {

  static final int KEY = 1;
  private static final int VALUE = 2;

  private static final int STRING_VALUE = 1;
  private static final int BOOL_VALUE = 2;
  private static final int INT_VALUE = 3;
  private static final int DOUBLE_VALUE = 4;
  private static final int ARRAY_VALUE = 5;
  private static final int KVLIST_VALUE = 6;
  private static final int BYTES_VALUE = 7;
  private static final int VALUES = 1;

  private final ProtoWriter out;
  private final KnownTexts keys;
  private final KnownAttributes known;

  /** Makes chance of {@link #isChosen}. */
  private int random = 1;

  AttributeEncoder(ProtoWriter out, KnownTexts keys, KnownAttributes known) {
    this.out = out;
    this.keys = keys;
    this.known = known;
  }

  /**
   * Writes pairs as {@link Slots} has them.
   *
   * @param field of the message that has the attributes
   * @param pairs how many to write at most
   * @return how many were left out
   */
  int write(int field, Object[] slots, int pairs, int maxLength) {
    int used = Slots.used(slots) & ~1;
    int end = (int) Math.min(used, 2L * pairs);
    for (int i = end - 2; i >= 0; i -= 2) {
      attribute(field, (String) slots[i], slots[i + 1], maxLength);
    }
    return (used - end) / 2;
  }

  private void attribute(int field, String key, Object value, int maxLength) {
    boolean whole = maxLength == Integer.MAX_VALUE;
    byte[] message = whole ? known.message(key, value) : null;
    if (message != null) {
      out.written(field, message);
      return;
    }
    int mark = out.length();
    keyValue(field, key, value, maxLength);
    if (whole && isChosen()) {
      known.learn(key, value, out, mark);
    }
  }

  /** One in 16, at random: counting would choose the same one of a span's attributes each time. */
  private boolean isChosen() {
    random = random * 1664525 + 1013904223;
    return random >>> 28 == 0;
  }

  private void keyValue(int field, String key, Object value, int maxLength) {
    int mark = out.length();
    anyValue(VALUE, value, maxLength);
    out.text(keys, key, maxLength);
    out.message(field, mark);
  }

  private void anyValue(int field, Object value, int maxLength) {
    int mark = out.length();
    if (value instanceof String text) {
      out.string(STRING_VALUE, text, maxLength);
    } else if (value instanceof Long number) {
      out.number(INT_VALUE, number);
    } else if (value instanceof Boolean flag) {
      out.number(BOOL_VALUE, flag ? 1 : 0);
    } else if (value instanceof Double number) {
      out.doubleValue(DOUBLE_VALUE, number);
    } else if (value != Empty.VALUE) {
      composite(value, maxLength);
    }
    out.message(field, mark);
  }

  private void composite(Object value, int maxLength) {
    int mark = out.length();
    if (value instanceof Elements elements) {
      List<Object> items = elements.items();
      for (int i = Math.min(items.size(), maxLength) - 1; i >= 0; i--) {
        anyValue(VALUES, items.get(i), maxLength);
      }
      out.message(ARRAY_VALUE, mark);
    } else if (value instanceof Entries entries) {
      List<Entry> items = entries.items();
      for (int i = Math.min(items.size(), maxLength) - 1; i >= 0; i--) {
        keyValue(VALUES, items.get(i).key(), items.get(i).value(), maxLength);
      }
      out.message(KVLIST_VALUE, mark);
    } else if (value instanceof Bytes bytes) {
      out.bytes(BYTES_VALUE, bytes.content(), maxLength);
    }
  }
}
