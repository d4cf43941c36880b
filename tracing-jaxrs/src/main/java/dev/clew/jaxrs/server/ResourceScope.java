// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Makes the span that JAX-RS owns current while a resource method runs: opened by the last request
 * filter, closed by the first response filter, which run on one thread for the methods of {@link
 * SyncMethods}. For others there is no place in the API where the scope could be closed in time, so
 * it is not opened.
 */
final class ResourceScope implements ContainerRequestFilter, ContainerResponseFilter {

  private static final ContextKey<Opened> KEY = ContextKey.named("clew-resource-scope");

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      if (request.getProperty(OwnedRequest.PROPERTY) instanceof OwnedRequest owned) {
        owned.scope(Opened.open(owned.span()));
      }
    } catch (Throwable failure) {
      Guard.failed("make the span of a JAX-RS request current", failure);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    try {
      if (request.getProperty(OwnedRequest.PROPERTY) instanceof OwnedRequest owned
          && owned.scope() != null) {
        owned.scope().close();
      }
    } catch (Throwable failure) {
      Guard.failed("close the scope of a JAX-RS request", failure);
    }
  }

  /**
   * Closes what the request before this one on this thread has left open. That takes an exception
   * thrown by an exception mapper: then no response filter is called.
   */
  static void closeLeftover() {
    Opened leftover = Context.current().get(KEY);
    if (leftover != null) {
      leftover.close();
    }
  }

  /** An open scope, which can be found again by what it made current. */
  static final class Opened {

    private final Thread thread = Thread.currentThread();
    private Scope scope;

    static Opened open(HttpServerSpan span) {
      Opened opened = new Opened();
      opened.scope = LogCorrelation.makeCurrent(span.context().with(KEY, opened));
      return opened;
    }

    /** Does nothing on other threads, or a second time. */
    void close() {
      if (Thread.currentThread() == thread && scope != null) {
        Scope last = scope;
        scope = null;
        last.close();
      }
    }
  }
}
