// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.jaxrs.internal.PerTracing;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Owns the server span in Jersey without servlets, and adds exceptions to it with servlets. Jersey
 * tells its listeners of the end of every request, however it comes, of both sides of a resource
 * method on its thread, and of exceptions that nobody has mapped. Thread-safe.
 */
final class JerseyRequests implements ApplicationEventListener {

  private final PerTracing<OwnerTracing> tracings = new PerTracing<>(OwnerTracing::of);

  @Override
  public void onEvent(ApplicationEvent event) {
    // Only requests are of interest.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent start) {
    try {
      HttpServerSpan current = HttpServerSpan.current();
      if (!current.isInert()) {
        return new JerseyFailures(current);
      }
      HttpServerSpan span = tracings.get().start(start.getContainerRequest());
      return span == null ? null : JerseyRequest.started(span);
    } catch (Throwable failure) {
      Guard.failed("start the span of a Jersey request", failure);
    }
    return null;
  }
}
