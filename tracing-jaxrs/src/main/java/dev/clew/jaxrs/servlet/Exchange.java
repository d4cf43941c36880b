// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import dev.clew.instrument.OpenCalls;
import dev.clew.instrument.http.HttpServerSpan;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CancellationException;

/**
 * A request with its span, as a request attribute, from dispatch to dispatch. Thread-safe: an
 * asynchronous request may end on any thread while the one it came in on is still leaving. Nothing
 * here throws.
 */
final class Exchange implements AsyncListener {

  /** The request attribute. */
  static final String ATTRIBUTE = "dev.clew.exchange";

  /** Of requests that the application does not want traced. */
  static final Exchange UNTRACED = new Exchange(null, null, null, null);

  private final ServletTracing tracing;
  private final HttpServerSpan span;
  private final String route;
  private final HttpServletResponse response;
  private volatile Throwable thrown;

  /** Whether the application's stop ends it. */
  private volatile boolean listed;

  /** Whether the container tells when the request is complete. */
  private volatile boolean listening;

  Exchange(
      ServletTracing tracing, HttpServerSpan span, String route, HttpServletResponse response) {
    this.tracing = tracing;
    this.span = span;
    this.route = route;
    this.response = response;
  }

  boolean isInert() {
    return span == null || span.isInert();
  }

  boolean owns(HttpServerSpan current) {
    return span == current;
  }

  Scope makeCurrent() {
    return span == null ? Scope.noop() : span.makeCurrent();
  }

  void failed(Throwable cause) {
    thrown = cause;
    span.error(ResponseView.unwrapped(cause));
  }

  /**
   * A dispatch is over on its thread: ends the span, unless the request goes on elsewhere.
   *
   * @param first whether it was the first dispatch of the request
   */
  void leave(HttpServletRequest request, boolean first) {
    OpenCalls.leaveThread(); // also where nothing was made current
    if (listening) {
      return;
    }
    try {
      if (request.isAsyncStarted()) {
        listen(request, first);
      } else {
        passOn(request);
        endUnlessDispatched(request, first);
      }
    } catch (Throwable failure) {
      Guard.failed("see whether a request goes on asynchronously", failure);
      end();
    }
  }

  private void passOn(HttpServletRequest request) {
    if (response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
      tracing.upgraded(span, request);
    }
  }

  private void list() {
    listed = true;
    tracing.add(this);
  }

  private void listen(HttpServletRequest request, boolean first) {
    list();
    try {
      request.getAsyncContext().addListener(this);
      listening = true;
    } catch (IllegalStateException meanwhileOver) {
      endUnlessDispatched(request, first);
    }
  }

  /**
   * Another thread may have been so quick to dispatch the request again that it no more counts as
   * asynchronous here; then that dispatch comes by later, on whichever thread.
   */
  private void endUnlessDispatched(HttpServletRequest request, boolean first) {
    if (first && request.getAttribute(AsyncContext.ASYNC_REQUEST_URI) != null) {
      list();
    } else {
      end();
    }
  }

  /** The application stops before the response is complete. */
  void giveUp() {
    span.error(new CancellationException("the application was stopped during the request"));
    end();
  }

  private void end() {
    if (listed) {
      tracing.remove(this);
    }
    span.routeIfNone(route);
    span.end(new ResponseView(response, thrown));
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable cause = event.getThrowable();
    if (cause != null) {
      failed(cause);
    }
  }

  /** Either somebody answers, or the container does, with 500; both complete the request. */
  @Override
  public void onTimeout(AsyncEvent event) {
    // The status says it.
  }

  /** A new cycle forgets the listeners of the one before. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    try {
      event.getAsyncContext().addListener(this);
    } catch (Throwable failure) {
      Guard.failed("follow a request that goes on asynchronously again", failure);
      listening = false;
    }
  }
}
