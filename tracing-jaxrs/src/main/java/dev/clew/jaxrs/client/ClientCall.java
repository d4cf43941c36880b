// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.OpenCalls;
import dev.clew.instrument.Strays;
import dev.clew.instrument.http.HttpClientResponse;
import dev.clew.instrument.http.HttpClientSpan;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.ref.WeakReference;

/**
 * A request of a client with its span, as a property of that request. When the request is
 * forgotten, this is too, and the span ends. Thread-safe.
 */
final class ClientCall {

  /** The request property that holds it. */
  static final String PROPERTY = "dev.clew.call";

  /** The request property of what was current on the thread of the caller. */
  static final String PARENT_PROPERTY = "dev.clew.parent";

  private final WeakReference<ClientRequestContext> request;
  private final Open open;
  private final Strays.Watch<OpenCalls.Call> watch;

  private ClientCall(ClientRequestContext request, Open open) {
    this.request = new WeakReference<>(request);
    this.open = open;
    this.watch = OpenCalls.add(this, open);
  }

  static ClientCall begin(ClientRequestContext request, HttpClientSpan span, Thread waiting) {
    return new ClientCall(request, new Open(span, waiting));
  }

  /** {@code null} for none. */
  static ClientCall of(ClientRequestContext request) {
    return request.getProperty(PROPERTY) instanceof ClientCall call ? call : null;
  }

  /** Whether it is of this very request, not of an earlier one of the same invocation. */
  boolean isOf(ClientRequestContext context) {
    return request.refersTo(context);
  }

  void answered(HttpClientResponse response) {
    OpenCalls.remove(watch);
    open.span.end(response);
  }

  void failed(Throwable thrown) {
    OpenCalls.remove(watch);
    open.failed(thrown);
  }

  /** Has failed, nobody knows why. */
  void giveUp() {
    OpenCalls.remove(watch);
    open.giveUp();
  }

  /** All that is held of it by others than the request. */
  private static final class Open implements OpenCalls.Call {

    private final HttpClientSpan span;
    private final Thread waiting;

    Open(HttpClientSpan span, Thread waiting) {
      this.span = span;
      this.waiting = waiting;
    }

    @Override
    public void failed(Throwable thrown) {
      span.error(thrown);
      span.end(null);
    }

    /** What a JAX-RS client throws when no response comes. */
    @Override
    public void giveUp() {
      ProcessingException failure =
          new ProcessingException("no response, the client tells no cause");
      failure.setStackTrace(new StackTraceElement[0]);
      failed(failure);
    }

    @Override
    public Thread waiting() {
      return waiting;
    }
  }
}
