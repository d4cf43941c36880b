// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.net.URI;

/** Where a request goes. */
final class ClientTarget {

  private static final ClientTarget UNKNOWN = new ClientTarget(null, -1, null);

  private final String host;
  private final int port;
  private final String url;

  /**
   * @param host {@code null} where not known
   * @param port 0 or less where not known
   * @param url without secrets; {@code null} where not known
   */
  ClientTarget(String host, int port, String url) {
    this.host = host;
    this.port = port;
    this.url = url;
  }

  static ClientTarget of(HttpClientRequest request, Redactor redactor) {
    try {
      URI uri = request.uri();
      return uri == null ? UNKNOWN : of(uri, redactor);
    } catch (Throwable failure) {
      Guard.failed("read the address of a request that goes out", failure);
      return UNKNOWN;
    }
  }

  /** By the authority: {@link URI#getHost} knows no host with an underscore. */
  private static ClientTarget of(URI uri, Redactor redactor) {
    String url = redactor.full(uri);
    String authority = uri.getRawAuthority();
    HostPort named =
        authority == null
            ? null
            : HostPort.parse(authority.substring(authority.lastIndexOf('@') + 1));
    if (named == null) {
      return new ClientTarget(null, -1, url);
    }
    int port = named.port() > 0 ? named.port() : Origin.defaultPort(uri.getScheme());
    return new ClientTarget(named.host(), port, url);
  }

  /** For samplers that look at attributes. */
  void describe(SpanBuilder builder) {
    if (host != null) {
      builder.setAttribute(Keys.SERVER_ADDRESS, host);
    }
    if (port > 0) {
      builder.setAttribute(Keys.SERVER_PORT, (long) port);
    }
    if (url != null) {
      builder.setAttribute(Keys.URL_FULL, url);
    }
  }

  void describe(Span span) {
    if (host != null) {
      span.setAttribute(Keys.SERVER_ADDRESS, host);
    }
    if (port > 0) {
      span.setAttribute(Keys.SERVER_PORT, (long) port);
    }
    if (url != null) {
      span.setAttribute(Keys.URL_FULL, url);
    }
  }
}
