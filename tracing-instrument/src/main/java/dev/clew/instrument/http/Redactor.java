// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets out of addresses: credentials, matrix parameters (session ids), and the values of
 * query parameters that are not allowed by name. Each method looks at every character once, stops
 * when enough is written, and takes any text. Immutable.
 */
final class Redactor {

  private static final String REDACTED = "REDACTED";

  private final Set<String> allowed;

  Redactor(List<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** The path without what stands between a {@code ;} and the next {@code /}. */
  static String path(String path) {
    int semicolon = path.indexOf(';');
    if (semicolon < 0) {
      return Cut.to(Cut.URL_PART, path);
    }
    StringBuilder out = new StringBuilder(Math.min(path.length(), Cut.URL_PART));
    int from = 0;
    while (semicolon >= 0 && out.length() <= Cut.URL_PART) {
      out.append(path, from, Math.min(semicolon, from + Cut.URL_PART + 1));
      int slash = path.indexOf('/', semicolon);
      from = slash < 0 ? path.length() : slash;
      semicolon = path.indexOf(';', from);
    }
    out.append(path, from, Math.min(path.length(), from + Cut.URL_PART + 1));
    return Cut.to(Cut.URL_PART, out.toString());
  }

  /**
   * The query with each value replaced, but those whose key, as it is written, is allowed. A part
   * without {@code =} counts as a value. Parts end at {@code &} and, as some servers have it, at
   * {@code ;}.
   */
  String query(String query) {
    StringBuilder out = new StringBuilder(Math.min(query.length() + 16, Cut.URL_PART + 16));
    query(query, out);
    return Cut.to(Cut.URL_PART, out.toString());
  }

  private void query(String query, StringBuilder out) {
    int length = query.length();
    int start = 0;
    while (start <= length && out.length() <= Cut.URL_PART) {
      int end = endOfPart(query, start);
      part(query, start, end, out);
      if (end < length) {
        out.append(query.charAt(end));
      }
      start = end + 1;
    }
  }

  private void part(String query, int start, int end, StringBuilder out) {
    int equals = query.indexOf('=', start);
    int endOfKey = equals < 0 || equals > end ? end : equals;
    if (start == end) {
      return;
    }
    if (isAllowed(query, start, endOfKey)) {
      out.append(query, start, Math.min(end, start + Cut.URL_PART + 1));
    } else if (endOfKey == end) {
      out.append(REDACTED);
    } else {
      out.append(query, start, Math.min(endOfKey, start + Cut.URL_PART)).append('=');
      out.append(REDACTED);
    }
  }

  private boolean isAllowed(String query, int start, int end) {
    return !allowed.isEmpty()
        && end - start <= Cut.URL_PART
        && allowed.contains(query.substring(start, end));
  }

  private static int endOfPart(String query, int start) {
    int end = start;
    while (end < query.length() && query.charAt(end) != '&' && query.charAt(end) != ';') {
      end++;
    }
    return end;
  }

  /** The address with all of the above, and without its fragment. */
  String full(URI uri) {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    StringBuilder out = new StringBuilder(64);
    if (uri.getScheme() != null) {
      out.append(uri.getScheme()).append(':');
    }
    authority(uri, out);
    if (path != null) {
      out.append(path(path));
    }
    if (query != null && !query.isEmpty()) {
      out.append('?').append(query(query));
    }
    return out.toString();
  }

  private static void authority(URI uri, StringBuilder out) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      return;
    }
    int at = authority.lastIndexOf('@');
    out.append("//");
    if (at >= 0) {
      out.append(REDACTED).append(':').append(REDACTED).append('@');
    }
    out.append(Cut.to(Cut.ADDRESS, authority.substring(at + 1)));
  }
}
