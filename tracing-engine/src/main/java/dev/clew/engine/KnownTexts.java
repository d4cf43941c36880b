// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/**
 * Texts that come again with every span, such as the keys of attributes, as protobuf fields: each
 * is encoded once. The first ones stay; once there is no place left, the others are not known.
 * Thread-safe without a lock: an entry is immutable, and one that is lost in a race is made again.
 */
final class KnownTexts {

  private static final int MAX_CHARS = 64;
  private static final int PROBES = 4;

  /** No record, whose methods nobody needs would double its size in the jar. */
  static final class Known {
    final String text;
    final byte[] field;

    /** Of the attribute whose key the text is; {@code null} for the text alone. */
    final Object value;

    /** How often others may want its place in vain; of attributes only. */
    int patience;

    Known(String text, Object value, byte[] field) {
      this.text = text;
      this.value = value;
      this.field = field;
    }
  }

  private final int number;
  private final Known[] places;

  /**
   * None yet.
   *
   * @param number of the field
   * @param places how many there may be; a power of two
   */
  KnownTexts(int number, int places) {
    this.number = number;
    this.places = new Known[places];
  }

  /** The number of the field. */
  int number() {
    return number;
  }

  /** The whole field, with tag and length; {@code null} where there is no place for it. */
  byte[] field(String text) {
    if (text.length() > MAX_CHARS) {
      return null;
    }
    int hash = text.hashCode();
    int from = hash ^ hash >>> 16;
    for (int i = from; i < from + PROBES; i++) {
      int place = i & places.length - 1;
      Known known = places[place];
      if (known == null) {
        return learn(place, text);
      }
      if (known.text.equals(text)) {
        return known.field;
      }
    }
    return null;
  }

  private byte[] learn(int place, String text) {
    ProtoWriter out = new ProtoWriter(2 * MAX_CHARS);
    out.string(number, text, MAX_CHARS);
    byte[] field = out.toByteArray();
    places[place] = new Known(text, null, field);
    return field;
  }
}
