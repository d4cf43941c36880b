// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/**
 * A set of ASCII characters as two bit masks. A record, because the compiler treats a record's
 * fields as constants.
 *
 * @param low bit n stands for character n
 * @param high bit n stands for character 64 + n
 */
record CharClass(long low, long high) {

  /** {@code tchar} of RFC 9110, section 5.6.2. */
  static final CharClass TOKEN =
      of("!#$%&'*+-.^_`|~").withRange('0', '9').withRange('A', 'Z').withRange('a', 'z');

  /** {@code baggage-octet} of W3C Baggage: printable, but no space, {@code "}, comma, ; or \. */
  static final CharClass BAGGAGE_OCTET = of("").withRange('!', '~').without("\",;\\");

  /** What may follow the first character of a tracestate key (W3C Trace Context level 2). */
  static final CharClass TRACE_STATE_KEY = of("_-*/@").withRange('a', 'z').withRange('0', '9');

  /** What a tracestate value may hold: printable ASCII and space, but no comma and no equals. */
  static final CharClass TRACE_STATE_VALUE = of("").withRange(' ', '~').without(",=");

  /** Digits of hexadecimal numbers as the formats here write them. */
  static final CharClass LOWER_HEX = of("").withRange('0', '9').withRange('a', 'f');

  static CharClass of(String characters) {
    CharClass result = new CharClass(0, 0);
    for (int i = 0; i < characters.length(); i++) {
      result = result.withRange(characters.charAt(i), characters.charAt(i));
    }
    return result;
  }

  CharClass withRange(char first, char last) {
    long newLow = low;
    long newHigh = high;
    for (char c = first; c <= last; c++) {
      newLow |= c < 64 ? 1L << c : 0;
      newHigh |= c < 64 ? 0 : 1L << c;
    }
    return new CharClass(newLow, newHigh);
  }

  CharClass without(String characters) {
    CharClass other = of(characters);
    return new CharClass(low & ~other.low, high & ~other.high);
  }

  boolean has(char c) {
    return c < 128 && ((c < 64 ? low : high) >>> c & 1) != 0;
  }

  /** Where the first character from {@code from} on stands that is not of this class. */
  int end(CharSequence text, int from, int to) {
    int i = from;
    while (i < to && has(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether the range is not empty and every character in it is of this class. */
  boolean hasAll(CharSequence text, int from, int to) {
    return from < to && end(text, from, to) == to;
  }
}
