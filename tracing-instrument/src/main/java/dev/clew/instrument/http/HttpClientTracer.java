// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.instrument.Instruments;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/**
 * Starts spans for requests that a client sends, by semantic conventions 1.44, "HTTP client". Made
 * once for an application. Thread-safe; nothing here throws.
 */
public final class HttpClientTracer {

  private final Instruments instruments;
  private final Methods methods;
  private final ClientAttributes attributes;
  private final CapturedHeaders responseHeaders;

  /**
   * A tracer for an application.
   *
   * @param settings read now; what cannot be used is reported there
   */
  public HttpClientTracer(OpenTelemetry openTelemetry, Settings settings) {
    this.instruments = Instruments.of(openTelemetry, "dev.clew.http.client");
    this.methods = new Methods(settings.get(InstrumentOptions.HTTP_KNOWN_METHODS));
    this.attributes = new ClientAttributes(settings);
    this.responseHeaders =
        new CapturedHeaders(
            "http.response.header.", settings.get(InstrumentOptions.HTTP_CLIENT_RESPONSE_HEADERS));
  }

  /**
   * Starts the span of one sending of a request, as a child of what is current on this thread, and
   * sets the headers that carry it. A request that is sent again, for a redirect or a retry, has a
   * span of its own where the client lets one see that.
   *
   * @return a span that the caller ends
   */
  public HttpClientSpan start(HttpClientRequest request) {
    HttpClientSpan started = HttpClientSpan.INERT;
    try {
      started = started(request, Context.current());
    } catch (Throwable failure) {
      Guard.failed("start an HTTP client span", failure);
    }
    try {
      instruments.propagator().inject(started.context(), request, RequestHeaders.INSTANCE);
    } catch (Throwable failure) {
      Guard.failed("inject the context into a request", failure);
    }
    return started;
  }

  private HttpClientSpan started(HttpClientRequest request, Context parent) {
    Methods.Known method = methods.of(method(request));
    SpanBuilder builder = instruments.tracer().spanBuilder(name(method, request));
    builder.setParent(parent).setSpanKind(SpanKind.CLIENT);
    SpanContext caller = Span.fromContext(parent).getSpanContext();
    boolean undecided = !caller.isValid() || caller.isSampled();
    if (undecided) {
      attributes.describe(builder, method, request);
    }
    Span span = builder.startSpan();
    HttpClientSpan started = new HttpClientSpan(span, parent, responseHeaders);
    Handover.describe(span, parent);
    if (started.isRecording()) {
      attributes.describe(span, method, undecided, request);
    }
    return started;
  }

  private static String method(HttpClientRequest request) {
    try {
      return request.method();
    } catch (Throwable failure) {
      Guard.failed("read the method of a request that goes out", failure);
      return null;
    }
  }

  private static String name(Methods.Known method, HttpClientRequest request) {
    try {
      String template = request.urlTemplate();
      return template == null || template.isEmpty()
          ? method.spanName()
          : method.spanName(Cut.to(Cut.ROUTE, template));
    } catch (Throwable failure) {
      Guard.failed("read the template of a request that goes out", failure);
      return method.spanName();
    }
  }
}
