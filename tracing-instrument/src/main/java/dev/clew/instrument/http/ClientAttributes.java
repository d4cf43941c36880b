// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;

/**
 * What a client span says of the request, by semantic conventions 1.44. One part that fails does
 * not take the others along. Immutable.
 */
final class ClientAttributes {

  private final Redactor redactor;
  private final CapturedHeaders headers;

  ClientAttributes(Settings settings) {
    this.redactor = new Redactor(settings.get(InstrumentOptions.HTTP_QUERY_ALLOWED));
    this.headers =
        new CapturedHeaders(
            "http.request.header.", settings.get(InstrumentOptions.HTTP_CLIENT_REQUEST_HEADERS));
  }

  /** For samplers that look at attributes. */
  void describe(SpanBuilder builder, Methods.Known method, HttpClientRequest request) {
    builder.setAttribute(Keys.METHOD, method.value());
    ClientTarget.of(request, redactor).describe(builder);
  }

  /**
   * Records all that is not recorded yet; throws nothing.
   *
   * @param described whether samplers have seen method and address
   */
  void describe(Span span, Methods.Known method, boolean described, HttpClientRequest request) {
    try {
      if (!described) {
        span.setAttribute(Keys.METHOD, method.value());
        ClientTarget.of(request, redactor).describe(span);
      }
      if (method.isOther() && request.method() != null) {
        span.setAttribute(Keys.METHOD_ORIGINAL, Cut.to(Cut.METHOD, request.method()));
      }
      if (request.resendCount() > 0) {
        span.setAttribute(Keys.RESEND_COUNT, (long) request.resendCount());
      }
      headers.describe(span, request);
    } catch (Throwable failure) {
      Guard.failed("record attributes of a request that goes out", failure);
    }
  }
}
