// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.net.URL;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where requests go, and how.
 *
 * @param headers are secrets: never logged
 * @param sockets makes TLS sockets; {@code null} for the JDK's own
 * @param timeout how long one request may take
 */
record Target(URL url, Map<String, String> headers, SSLSocketFactory sockets, Duration timeout) {

  @Override
  public String toString() {
    return Endpoint.describe(url);
  }
}
