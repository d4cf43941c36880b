// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import io.opentelemetry.api.trace.Span;

/**
 * What a server span says of the request, by semantic conventions 1.44. One part that fails does
 * not take the others along. Immutable.
 */
final class ServerAttributes {

  @FunctionalInterface
  private interface Part {
    void describe(Span span, HttpServerRequest request);
  }

  private final Redactor redactor;
  private final CapturedHeaders headers;
  private final Part[] parts;

  ServerAttributes(Settings settings) {
    this.redactor = new Redactor(settings.get(InstrumentOptions.HTTP_QUERY_ALLOWED));
    this.headers =
        new CapturedHeaders(
            "http.request.header.", settings.get(InstrumentOptions.HTTP_SERVER_REQUEST_HEADERS));
    Origin origin = new Origin(settings.get(InstrumentOptions.HTTP_SERVER_FORWARDED));
    this.parts =
        new Part[] {
          origin::describe,
          this::query,
          ServerAttributes::connection,
          ServerAttributes::userAgent,
          this::captured
        };
  }

  /**
   * Records all that is not recorded yet; throws nothing.
   *
   * @param lineDescribed whether samplers have seen the request line
   */
  void describe(Span span, RequestLine line, boolean lineDescribed, HttpServerRequest request) {
    try {
      line.describe(span, lineDescribed);
    } catch (Throwable failure) {
      Guard.failed("record the request line of a request that came in", failure);
    }
    for (Part part : parts) {
      try {
        part.describe(span, request);
      } catch (Throwable failure) {
        Guard.failed("record attributes of a request that came in", failure);
      }
    }
  }

  private void query(Span span, HttpServerRequest request) {
    String query = request.query();
    if (query != null && !query.isEmpty()) {
      span.setAttribute(Keys.URL_QUERY, redactor.query(query));
    }
  }

  private static void connection(Span span, HttpServerRequest request) {
    String peer = request.peerAddress();
    if (peer != null && !peer.isEmpty()) {
      span.setAttribute(Keys.PEER_ADDRESS, Cut.to(Cut.ADDRESS, peer));
      int port = request.peerPort();
      if (port > 0) {
        span.setAttribute(Keys.PEER_PORT, (long) port);
      }
    }
    String version = request.protocolVersion();
    if (version != null && !version.isEmpty()) {
      span.setAttribute(Keys.PROTOCOL_VERSION, Cut.to(Cut.METHOD, version));
    }
  }

  private static void userAgent(Span span, HttpServerRequest request) {
    String userAgent = request.header("User-Agent");
    if (userAgent != null && !userAgent.isEmpty()) {
      span.setAttribute(Keys.USER_AGENT, Cut.to(Cut.USER_AGENT, userAgent));
    }
  }

  private void captured(Span span, HttpServerRequest request) {
    if (!headers.isEmpty()) {
      headers.describe(span, request::headers);
    }
  }
}
