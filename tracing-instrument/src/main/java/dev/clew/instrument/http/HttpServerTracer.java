// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.SamplingTracer;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.instrument.Instruments;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/**
 * Starts spans for requests that a server handles, by semantic conventions 1.44, "HTTP server".
 * Made once for an application. Thread-safe; nothing here throws.
 */
public final class HttpServerTracer {

  private final Instruments instruments;
  private final Methods methods;
  private final SkippedPaths skipped;
  private final ServerAttributes attributes;
  private final CapturedHeaders responseHeaders;

  /** Whether samplers look at the host, which is not found out for them otherwise. */
  private final boolean sampledByHost;

  /**
   * A tracer for an application.
   *
   * @param settings read now; what cannot be used is reported there
   */
  public HttpServerTracer(OpenTelemetry openTelemetry, Settings settings) {
    this.instruments = Instruments.of(openTelemetry, "dev.clew.http.server");
    this.sampledByHost =
        instruments.tracer() instanceof SamplingTracer tracer
            && tracer.samplesBy(Keys.SERVER_ADDRESS.getKey());
    this.methods = new Methods(settings.get(InstrumentOptions.HTTP_KNOWN_METHODS));
    this.skipped = new SkippedPaths(settings);
    this.attributes = new ServerAttributes(settings);
    this.responseHeaders =
        new CapturedHeaders(
            "http.response.header.", settings.get(InstrumentOptions.HTTP_SERVER_RESPONSE_HEADERS));
  }

  /**
   * Starts the span of a request, as a child of what its headers say.
   *
   * @return a span that the caller ends; an inert one for a path that is skipped, or where this
   *     thread's current span shows that a server or an agent traces the request already
   */
  public HttpServerSpan start(HttpServerRequest request) {
    try {
      return started(request);
    } catch (Throwable failure) {
      Guard.failed("start an HTTP server span", failure);
      return HttpServerSpan.INERT;
    }
  }

  private HttpServerSpan started(HttpServerRequest request) {
    Context parent = parent(request);
    RequestLine line = RequestLine.of(request, methods);
    if (line.path() != null && skipped.contains(line.path(), request)) {
      return HttpServerSpan.inert(parent);
    }
    SpanContext caller = Span.fromContext(parent).getSpanContext();
    return isTracedAlready(caller) ? HttpServerSpan.INERT : started(request, line, parent, caller);
  }

  /**
   * Samplers see the request line, unless the caller has decided already: then the span most
   * probably is not recorded, and must cost nothing.
   */
  private HttpServerSpan started(
      HttpServerRequest request, RequestLine line, Context parent, SpanContext caller) {
    SpanBuilder builder = instruments.tracer().spanBuilder(line.method().spanName());
    builder.setParent(parent).setSpanKind(SpanKind.SERVER);
    boolean undecided = !caller.isValid() || caller.isSampled();
    if (undecided) {
      line.describe(builder);
      if (sampledByHost) {
        attributes.describeHost(builder, request);
      }
    }
    Span span = builder.startSpan();
    HttpServerSpan started = new HttpServerSpan(span, parent, line, responseHeaders);
    if (started.isRecording()) {
      attributes.describe(span, line, undecided, request);
    }
    return started;
  }

  /** What the caller sent; never what another request may have left on this thread. */
  private Context parent(HttpServerRequest request) {
    try {
      Context extracted =
          instruments.propagator().extract(Context.root(), request, RequestHeaders.INSTANCE);
      return extracted != null ? extracted : Context.root();
    } catch (Throwable failure) {
      Guard.failed("extract the context of a request", failure);
      return Context.root();
    }
  }

  /**
   * Whether a span that is being recorded is current though the application has not yet run: an
   * agent's, or the server's own. A caller on this very thread is its own parent and no such span.
   */
  private static boolean isTracedAlready(SpanContext caller) {
    Span current = Span.current();
    return current.isRecording()
        && !current.getSpanContext().getSpanId().equals(caller.getSpanId());
  }
}
