// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import java.util.Arrays;

/**
 * A set of ASCII characters: one look-up a character, and no branch between digits and letters,
 * which nobody could predict in random ids.
 */
final class CharClass {

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

  private final boolean[] members;

  private CharClass(boolean[] members) {
    this.members = members;
  }

  static CharClass of(String characters) {
    return new CharClass(new boolean[128]).with(characters, true);
  }

  CharClass withRange(char first, char last) {
    boolean[] more = members.clone();
    Arrays.fill(more, first, last + 1, true);
    return new CharClass(more);
  }

  CharClass without(String characters) {
    return with(characters, false);
  }

  private CharClass with(String characters, boolean isMember) {
    boolean[] changed = members.clone();
    for (int i = 0; i < characters.length(); i++) {
      changed[characters.charAt(i)] = isMember;
    }
    return new CharClass(changed);
  }

  boolean has(char c) {
    return c < members.length && members[c];
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
