// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The span of a request that a client sends, from {@link HttpClientTracer#start} to {@link #end},
 * whichever threads it goes through. Thread-safe; nothing here throws.
 */
public final class HttpClientSpan extends HttpSpan<HttpClientResponse> {

  private static final int FIRST_ERROR = 400;

  /** Stands for no span. */
  static final HttpClientSpan INERT = new HttpClientSpan(Span.getInvalid(), null, null);

  private final CapturedHeaders responseHeaders;
  private final Context context;

  HttpClientSpan(Span span, Context parent, CapturedHeaders responseHeaders) {
    super(span);
    this.responseHeaders = responseHeaders;
    this.context = parent == null ? null : contextWithin(parent);
  }

  private Context contextWithin(Context parent) {
    try {
      return parent.with(span);
    } catch (Throwable failure) {
      Guard.failed("put an HTTP client span into a context", failure);
      return parent;
    }
  }

  @Override
  public Context context() {
    return context != null ? context : Context.current();
  }

  @Override
  public Scope makeCurrent() {
    return context != null ? super.makeCurrent() : Scope.noop();
  }

  @Override
  void describe(HttpClientResponse response, boolean failed) {
    status(response.status(), FIRST_ERROR, failed);
    String version = response.protocolVersion();
    if (version != null && !version.isEmpty()) {
      span.setAttribute(Keys.PROTOCOL_VERSION, Cut.to(Cut.METHOD, version));
    }
    responseHeaders.describe(span, response);
  }
}
