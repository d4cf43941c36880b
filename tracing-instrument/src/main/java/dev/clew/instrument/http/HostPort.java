// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

/**
 * A host and a port as headers write them: {@code host}, {@code host:port}, {@code [::1]:port},
 * {@code ::1}.
 *
 * @param host without brackets
 * @param port -1 where there is none
 */
record HostPort(String host, int port) {

  private static final int MAX_PORT = 65535;

  /** Reads a text in one pass; {@code null} where it names no host. */
  static HostPort parse(String text) {
    if (text == null || text.length() > Cut.ADDRESS + 8) {
      return null;
    }
    String trimmed = text.strip();
    return isVisibleAscii(trimmed) ? split(trimmed) : null;
  }

  private static HostPort split(String text) {
    if (text.startsWith("[")) {
      int bracket = text.indexOf(']');
      return bracket < 2 ? null : new HostPort(text.substring(1, bracket), port(text, bracket + 1));
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) {
      return text.isEmpty() ? null : new HostPort(text, -1);
    }
    return colon == 0 ? null : new HostPort(text.substring(0, colon), port(text, colon));
  }

  /** The number after a colon; -1 for anything else. */
  private static int port(String text, int colon) {
    if (colon >= text.length() || text.charAt(colon) != ':') {
      return -1;
    }
    return number(text, colon + 1);
  }

  /** A port in decimal digits; -1 for anything else. */
  static int number(String text, int from) {
    int length = text.length() - from;
    if (length < 1 || length > 5) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number <= MAX_PORT ? number : -1;
  }

  private static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
