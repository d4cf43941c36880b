// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.KnownTexts.Known;

/**
 * Attributes that come again and again, a method or a route, as the {@code KeyValue} messages that
 * they are encoded to. One in so many of those that are not known takes the place of another: what
 * comes often is soon back, what comes once rarely gets in. Thread-safe without a lock, as {@link
 * KnownTexts}.
 */
final class KnownAttributes {

  private static final int PLACES = 1024;
  private static final int MAX_BYTES = 256;

  private final Known[] places = new Known[PLACES];

  /** The message with its length before it; {@code null} where it is not known. */
  byte[] message(String key, Object value) {
    Known known = places[place(key, value)];
    return known != null && known.text.equals(key) && known.value.equals(value)
        ? known.field
        : null;
  }

  /** Keeps what was written since the mark, unless it is too long or has several values. */
  void learn(String key, Object value, ProtoWriter written, int mark) {
    if (written.length() - mark <= MAX_BYTES && !(value instanceof AttributeValues.Composite)) {
      places[place(key, value)] = new Known(key, value, written.since(mark));
    }
  }

  /**
   * Of a text only some chars count: to hash all of one that is new takes as long as to copy it.
   */
  private static int place(String key, Object value) {
    int hash = 31 * key.hashCode();
    if (value instanceof String text) {
      int length = text.length();
      hash += length;
      if (length > 0) {
        hash += 31 * text.charAt(length - 1) + 961 * text.charAt(length >> 1);
      }
    } else {
      hash += value.hashCode();
    }
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
