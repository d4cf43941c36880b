// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a server span says of the request, by semantic conventions 1.44. One part that fails does
 * not take the others along. Immutable.
 */
final class ServerAttributes {

  private final Redactor redactor;
  private final Origin origin;
  private final List<BiConsumer<Span, HttpServerRequest>> parts;

  ServerAttributes(Settings settings) {
    this.redactor = new Redactor(settings.get(InstrumentOptions.HTTP_QUERY_ALLOWED));
    CapturedHeaders headers =
        new CapturedHeaders(
            "http.request.header.", settings.get(InstrumentOptions.HTTP_SERVER_REQUEST_HEADERS));
    this.origin = new Origin(settings.get(InstrumentOptions.HTTP_SERVER_FORWARDED));
    this.parts =
        List.of(
            origin::describe,
            this::query,
            ServerAttributes::connection,
            ServerAttributes::userAgent,
            headers::describe);
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
    for (BiConsumer<Span, HttpServerRequest> part : parts) {
      try {
        part.accept(span, request);
      } catch (Throwable failure) {
        Guard.failed("record attributes of a request that came in", failure);
      }
    }
  }

  /** For samplers that look at the host; throws nothing. */
  void describeHost(SpanBuilder builder, HttpServerRequest request) {
    try {
      origin.describeHost(builder, request);
    } catch (Throwable failure) {
      Guard.failed("read the host of a request", failure);
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
}
