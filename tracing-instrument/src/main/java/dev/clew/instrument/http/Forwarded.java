// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/**
 * What proxies say of the request they got. The leftmost value counts, which the proxy nearest to
 * the client wrote.
 *
 * @param client the address of the client, perhaps with a port; {@code null} where not said
 * @param host as in a {@code Host} header; {@code null} where not said
 * @param scheme in lower case; {@code null} where not said
 */
record Forwarded(String client, String host, String scheme) {

  static final Forwarded NOTHING = new Forwarded(null, null, null);

  /** No proxy writes more; the rest of a longer header is not read. */
  private static final int MAX_LENGTH = 8192;

  /** The values of {@code Forwarded} headers: RFC 7239, section 4. */
  static Forwarded parse(List<String> values) {
    String client = null;
    String host = null;
    String scheme = null;
    for (String value : values) {
      ForwardedPairs pairs = new ForwardedPairs(Cut.to(MAX_LENGTH, value));
      while (pairs.next()) {
        if (client == null && pairs.isNamed("for")) {
          client = pairs.value();
        } else if (host == null && pairs.isNamed("host")) {
          host = pairs.value();
        } else if (scheme == null && pairs.isNamed("proto")) {
          scheme = scheme(pairs.value());
        }
      }
    }
    return new Forwarded(client, host, scheme);
  }

  /** What {@code X-Forwarded-*} headers say. */
  static Forwarded ofExtensions(HttpServerRequest request) {
    String host = first(request.header("X-Forwarded-Host"));
    String port = first(request.header("X-Forwarded-Port"));
    return new Forwarded(
        first(request.header("X-Forwarded-For")),
        withPort(host, port),
        scheme(first(request.header("X-Forwarded-Proto"))));
  }

  /** These, with what they do not say taken from others. */
  Forwarded or(Forwarded other) {
    return new Forwarded(
        client != null ? client : other.client,
        host != null ? host : other.host,
        scheme != null ? scheme : other.scheme);
  }

  private static String withPort(String host, String port) {
    HostPort parsed = HostPort.parse(host);
    if (parsed == null || parsed.port() >= 0 || port == null || HostPort.number(port, 0) < 0) {
      return host;
    }
    return parsed.host().indexOf(':') < 0
        ? parsed.host() + ':' + port
        : '[' + parsed.host() + "]:" + port;
  }

  private static String first(String list) {
    if (list == null) {
      return null;
    }
    String start = Cut.to(MAX_LENGTH, list);
    int comma = start.indexOf(',');
    String first = (comma < 0 ? start : start.substring(0, comma)).strip();
    return first.isEmpty() ? null : first;
  }

  /** Only what a URL scheme can be (RFC 3986, section 3.1), of sensible length. */
  private static String scheme(String text) {
    if (text == null || text.isEmpty() || text.length() > 16) {
      return null;
    }
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char letter = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      boolean allowed =
          letter >= 'a' && letter <= 'z'
              || i > 0 && (letter >= '0' && letter <= '9' || "+-.".indexOf(letter) >= 0);
      if (!allowed) {
        return null;
      }
      lower.append(letter);
    }
    return lower.toString();
  }
}
