// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.InstrumentOptions.ForwardedHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who asked whom: client, host and scheme of a request, behind proxies where those are believed.
 * Thread-safe.
 */
final class Origin {

  private final ForwardedHeaders believed;

  /** The {@code Host} that was read last: most requests have the same. */
  private volatile Map.Entry<String, HostPort> last = Map.entry("", new HostPort("", -1));

  Origin(ForwardedHeaders believed) {
    this.believed = believed;
  }

  /** Sets {@code client.address}, {@code server.address} and {@code .port}, {@code url.scheme}. */
  void describe(Span span, HttpServerRequest request) {
    Forwarded forwarded = forwarded(request);
    String scheme = forwarded.scheme() != null ? forwarded.scheme() : request.scheme();
    if (scheme != null) {
      span.setAttribute(Keys.URL_SCHEME, Cut.to(Cut.METHOD, scheme));
    }
    client(span, forwarded.client(), request);
    HostPort host = host(forwarded, request);
    if (host != null) {
      span.setAttribute(Keys.SERVER_ADDRESS, host.host());
      int port = host.port() > 0 ? host.port() : defaultPort(scheme);
      if (port > 0) {
        span.setAttribute(Keys.SERVER_PORT, (long) port);
      }
    }
  }

  /** Sets {@code server.address} alone. */
  void describeHost(SpanBuilder builder, HttpServerRequest request) {
    HostPort host = host(forwarded(request), request);
    if (host != null) {
      builder.setAttribute(Keys.SERVER_ADDRESS, host.host());
    }
  }

  private Forwarded forwarded(HttpServerRequest request) {
    if (believed == ForwardedHeaders.NONE) {
      return Forwarded.NOTHING;
    }
    if (believed == ForwardedHeaders.X_FORWARDED) {
      return Forwarded.ofExtensions(request);
    }
    Forwarded standard = standard(request);
    return believed == ForwardedHeaders.FORWARDED
        ? standard
        : standard.or(Forwarded.ofExtensions(request));
  }

  private static Forwarded standard(HttpServerRequest request) {
    List<String> values = request.headers("Forwarded");
    return Forwarded.parse(Objects.requireNonNullElse(values, List.of()));
  }

  /** A proxy may say that it does not know the client (RFC 7239, section 6.2). */
  private static void client(Span span, String forwarded, HttpServerRequest request) {
    if ("unknown".equalsIgnoreCase(forwarded)) {
      return;
    }
    HostPort client = HostPort.parse(forwarded);
    String address = client != null ? client.host() : request.peerAddress();
    if (address != null && !address.isEmpty()) {
      span.setAttribute(Keys.CLIENT_ADDRESS, Cut.to(Cut.ADDRESS, address));
    }
  }

  private HostPort host(Forwarded forwarded, HttpServerRequest request) {
    HostPort host = HostPort.parse(forwarded.host());
    if (host == null) {
      host = hostHeader(request.header("Host"));
    }
    if (host == null && request.localAddress() != null && !request.localAddress().isEmpty()) {
      host = new HostPort(Cut.to(Cut.ADDRESS, request.localAddress()), request.localPort());
    }
    return host;
  }

  private HostPort hostHeader(String text) {
    Map.Entry<String, HostPort> known = last;
    if (known.getKey().equals(text)) {
      return known.getValue();
    }
    HostPort read = HostPort.parse(text);
    if (read != null) {
      last = Map.entry(text, read);
    }
    return read;
  }

  /** The port where an address names none; -1 for schemes that are not HTTP's. */
  static int defaultPort(String scheme) {
    if ("http".equalsIgnoreCase(scheme)) {
      return 80;
    }
    return "https".equalsIgnoreCase(scheme) ? 443 : -1;
  }
}
