// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.KnownTexts.Known;

/**
 * Attributes that come again and again, a method or a route, as the {@code KeyValue} messages that
 * they are encoded to. Only what is seen a second time gets in, and nothing loses its place that is
 * asked for meanwhile: values that never come again cost no memory, however many there are, and
 * those that want one place do not take turns there. Thread-safe without a lock, as {@link
 * KnownTexts}: what is lost in a race is seen again.
 */
final class KnownAttributes {

  private static final int PLACES = 1024;
  private static final int MAX_BYTES = 256;

  /** So often has somebody else to want the place of one that nobody asks for. */
  private static final int PATIENCE = 8;

  private final Known[] places = new Known[PLACES];

  /** Hashes of what was seen once, whole contents, by their last bits. */
  private final int[] seen = new int[PLACES];

  /** The message with its length before it; {@code null} where it is not known. */
  byte[] message(String key, Object value) {
    Known known = places[place(key, value)];
    if (known == null || !known.text.equals(key) || !known.value.equals(value)) {
      return null;
    }
    if (known.patience != PATIENCE) {
      known.patience = PATIENCE;
    }
    return known.field;
  }

  /**
   * Keeps what was written since the mark if it was seen before, unless it is too long or has
   * several values.
   */
  void learn(String key, Object value, ProtoWriter written, int mark) {
    if (written.length() - mark <= MAX_BYTES
        && !(value instanceof AttributeValues.Composite)
        && wasSeen(written.hash(mark))) {
      int place = place(key, value);
      Known last = places[place];
      if (last != null && last.patience > 0) {
        last.patience--;
      } else {
        places[place] = new Known(key, value, written.since(mark));
      }
    }
  }

  private boolean wasSeen(int hash) {
    int place = hash & PLACES - 1;
    boolean was = seen[place] == hash;
    seen[place] = hash;
    return was;
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
