// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 (RFC 3986, section 2.1; W3C Baggage, "value"). */
final class Percent {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final int REPLACEMENT = 0xFFFD;

  private Percent() {}

  /**
   * The range with every {@code %XX} decoded. Octets that are not UTF-8 become U+FFFD; a percent
   * sign that no two hexadecimal digits follow stands for itself.
   */
  static String decode(CharSequence text, int from, int to) {
    int plain = Scan.indexOf(text, '%', from, to);
    if (plain == to) {
      return Scan.cut(text, from, to);
    }
    StringBuilder out = new StringBuilder(to - from).append(text, from, plain);
    byte[] octets = new byte[(to - plain) / 3];
    int i = plain;
    while (i < to) {
      int count = 0;
      for (int octet; (octet = octetAt(text, i, to)) >= 0; i += 3) {
        octets[count++] = (byte) octet;
      }
      if (count > 0) {
        out.append(new String(octets, 0, count, StandardCharsets.UTF_8));
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  /**
   * Appends the range, percent-encoding what is not plain.
   *
   * @param limit how long {@code out} may become
   * @return whether it fitted; where it did not, {@code out} holds a part of it
   */
  static boolean encode(
      CharSequence text, int from, int to, CharClass plain, StringBuilder out, int limit) {
    int i = from;
    while (i < to && out.length() <= limit) {
      char c = text.charAt(i);
      if (plain.has(c)) {
        out.append(c);
        i++;
      } else {
        int codePoint = Character.codePointAt(text, i);
        i += Character.charCount(codePoint);
        utf8(isLoneSurrogate(codePoint) ? REPLACEMENT : codePoint, out);
      }
    }
    return i >= to && out.length() <= limit;
  }

  private static int octetAt(CharSequence text, int i, int to) {
    if (i + 2 >= to || text.charAt(i) != '%') {
      return -1;
    }
    int high = hexDigit(text.charAt(i + 1));
    int low = hexDigit(text.charAt(i + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** {@link Character#digit} would take the digits of every script. */
  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static void utf8(int codePoint, StringBuilder out) {
    if (codePoint < 0x80) {
      octet(codePoint, out);
    } else if (codePoint < 0x800) {
      octet(0xC0 | codePoint >> 6, out);
      octet(0x80 | codePoint & 0x3F, out);
    } else if (codePoint < 0x10000) {
      octet(0xE0 | codePoint >> 12, out);
      octet(0x80 | codePoint >> 6 & 0x3F, out);
      octet(0x80 | codePoint & 0x3F, out);
    } else {
      octet(0xF0 | codePoint >> 18, out);
      octet(0x80 | codePoint >> 12 & 0x3F, out);
      octet(0x80 | codePoint >> 6 & 0x3F, out);
      octet(0x80 | codePoint & 0x3F, out);
    }
  }

  private static void octet(int octet, StringBuilder out) {
    out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
  }
}
