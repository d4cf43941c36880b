// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/** UTF-8 by hand: a lone surrogate, which has no encoding, becomes U+FFFD. */
final class Utf8 {

  private static final int REPLACEMENT = 0xFFFD;

  private Utf8() {}

  /** How many bytes the first {@code end} characters take. */
  static int length(String text, int end) {
    int bytes = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (isPairAt(text, i, end)) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  /**
   * Writes the first {@code end} characters so that their last byte stands before {@code at}.
   *
   * @return where the first byte stands
   */
  static int writeBackwards(String text, int end, byte[] out, int at) {
    int next = at;
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out[--next] = (byte) c;
      } else if (c < 0x800) {
        out[--next] = continuation(c);
        out[--next] = (byte) (0xC0 | c >> 6);
      } else if (i > 0 && isPairAt(text, i - 1, end)) {
        i--;
        next = writePair(Character.toCodePoint(text.charAt(i), c), out, next);
      } else {
        next = writeThree(Character.isSurrogate(c) ? REPLACEMENT : c, out, next);
      }
    }
    return next;
  }

  private static int writeThree(int c, byte[] out, int at) {
    out[at - 1] = continuation(c);
    out[at - 2] = continuation(c >> 6);
    out[at - 3] = (byte) (0xE0 | c >> 12);
    return at - 3;
  }

  private static int writePair(int codePoint, byte[] out, int at) {
    out[at - 1] = continuation(codePoint);
    out[at - 2] = continuation(codePoint >> 6);
    out[at - 3] = continuation(codePoint >> 12);
    out[at - 4] = (byte) (0xF0 | codePoint >> 18);
    return at - 4;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }

  private static boolean isPairAt(String text, int i, int end) {
    return i + 1 < end
        && Character.isHighSurrogate(text.charAt(i))
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
