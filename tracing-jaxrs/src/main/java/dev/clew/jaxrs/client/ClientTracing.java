// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpClientSpan;
import dev.clew.instrument.http.HttpClientTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.JaxrsOptions;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.client.ClientRequestContext;

/** How client spans are started in one application. Thread-safe. */
final class ClientTracing {

  private final HttpClientTracer tracer;
  private final boolean enabled;

  private ClientTracing(HttpClientTracer tracer, boolean enabled) {
    this.tracer = tracer;
    this.enabled = enabled;
  }

  static ClientTracing of(Tracing tracing) {
    return new ClientTracing(
        new HttpClientTracer(tracing.openTelemetry(), tracing.settings()),
        tracing.settings().get(JaxrsOptions.JAXRS_CLIENT_ENABLED));
  }

  /** Starts the span, injects its headers, and leaves the call with the request. */
  void start(ClientRequestContext request) {
    if (enabled) {
      // First what may throw: once the span has started, somebody must end it.
      Thread waiting = waiting(request);
      ClientCall call = ClientCall.begin(request, startInContextOfCaller(request), waiting);
      request.setProperty(ClientCall.PROPERTY, call);
      if (request.getProperty(Invocations.PROPERTY) instanceof Invocations.Invoked invoked) {
        invoked.started(call);
      }
    }
  }

  private HttpClientSpan startInContextOfCaller(ClientRequestContext request) {
    ClientRequestView view = new ClientRequestView(request);
    if (request.getProperty(ClientCall.PARENT_PROPERTY) instanceof Context caller
        && caller != Context.current()) {
      Scope scope = caller.makeCurrent();
      try {
        return tracer.start(view);
      } finally {
        scope.close();
      }
    }
    return tracer.start(view);
  }

  /** The thread that waits for the answer, where the client is known to have one wait. */
  private static Thread waiting(ClientRequestContext request) {
    if (!request.getClass().getName().startsWith("org.jboss.resteasy.")) {
      return null;
    }
    try {
      return ResteasyEngines.isBlocking(request) ? Thread.currentThread() : null;
    } catch (LinkageError other) {
      Guard.failed("ask RESTEasy for its engine", other);
      return null;
    }
  }
}
