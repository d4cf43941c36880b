// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/** One member of a tracestate, and what level 2 allows its key and value to be. */
record TraceStateMember(String key, String value) {

  static final int MAX_MEMBERS = 32;

  private static final int MAX_KEY_LENGTH = 256;
  private static final int MAX_VALUE_LENGTH = 256;

  /** How long it is in the header. */
  int length() {
    return key.length() + 1 + value.length();
  }

  static boolean isValid(String key, String value) {
    return key != null
        && value != null
        && keyEnd(key, 0, key.length()) == key.length()
        && isValueLength(value.length())
        && CharClass.TRACE_STATE_VALUE.hasAll(value, 0, value.length())
        && value.charAt(value.length() - 1) != ' ';
  }

  /** Where the key that starts at {@code from} ends, or -1 where there is none. */
  static int keyEnd(CharSequence text, int from, int to) {
    if (from == to || !isKeyStart(text.charAt(from))) {
      return -1;
    }
    int end = CharClass.TRACE_STATE_KEY.end(text, from + 1, to);
    return end - from <= MAX_KEY_LENGTH ? end : -1;
  }

  static boolean isValueLength(int length) {
    return length > 0 && length <= MAX_VALUE_LENGTH;
  }

  private static boolean isKeyStart(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
