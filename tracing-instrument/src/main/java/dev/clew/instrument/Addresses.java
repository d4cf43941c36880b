// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

/**
 * Takes queries and credentials out of the addresses in a text, such as an exception's message.
 * Looks at every character once.
 */
final class Addresses {

  private static final String REDACTED = "REDACTED";
  private static final String AUTHORITY = "://";

  private Addresses() {}

  /** The same text where no address in it has any. */
  static String redacted(String text) {
    int start = text.indexOf(AUTHORITY);
    if (start < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int written = 0;
    while (start >= 0) {
      int from = start + AUTHORITY.length();
      int end = endOfAddress(text, from);
      out.append(text, written, from);
      address(text.substring(from, end), out);
      written = end;
      start = text.indexOf(AUTHORITY, end);
    }
    return out.append(text, written, text.length()).toString();
  }

  private static int endOfAddress(String text, int from) {
    int end = from;
    while (end < text.length() && isOfAddress(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfAddress(char c) {
    return c > ' ' && c != '"' && c != '<' && c != '>';
  }

  private static void address(String address, StringBuilder out) {
    int query = address.indexOf('?');
    String named = query < 0 ? address : address.substring(0, query);
    int slash = named.indexOf('/');
    int at = named.lastIndexOf('@', slash < 0 ? named.length() : slash);
    if (at >= 0) {
      out.append(REDACTED);
    }
    out.append(named, Math.max(0, at), named.length());
    if (query >= 0) {
      out.append('?').append(REDACTED);
    }
  }
}
