// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Printable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Where requests go, and how.
 *
 * @param headers are secrets: never logged
 * @param tls how to speak TLS; {@code null} for plain HTTP
 * @param timeout how long one request may take; zero is no limit of its own
 */
record Target(URI uri, Map<String, String> headers, SSLContext tls, Duration timeout) {

  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return uri.getPort() >= 0 ? uri.getPort() : tls != null ? 443 : 80;
  }

  /** Host and port as they stand in the URL, without a user and a password. */
  String authority() {
    return uri.getHost() + (uri.getPort() >= 0 ? ":" + uri.getPort() : "");
  }

  String path() {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  /** For people; without what may be a secret. */
  @Override
  public String toString() {
    return Printable.of(uri.getScheme() + "://" + authority() + uri.getRawPath(), 200);
  }
}
