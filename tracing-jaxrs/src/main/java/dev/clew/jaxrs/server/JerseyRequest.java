// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import io.opentelemetry.context.Scope;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * A request in Jersey with its span. The span is current wherever code of the application runs, and
 * never when a thread goes back to the container: after an asynchronous resource method, when the
 * method goes to a managed executor, and at the end. Thread-safe: the response may be on its way on
 * one thread while the method returns on another.
 */
final class JerseyRequest implements RequestEventListener {

  private static final Set<RequestEvent.Type> BEFORE_APPLICATION =
      EnumSet.of(
          RequestEvent.Type.RESOURCE_METHOD_START,
          RequestEvent.Type.ON_EXCEPTION,
          RequestEvent.Type.RESP_FILTERS_START);

  private final HttpServerSpan span;
  private final Map<Thread, Scope> scopes = new ConcurrentHashMap<>(2);

  private JerseyRequest(HttpServerSpan span) {
    this.span = span;
  }

  static JerseyRequest started(HttpServerSpan span) {
    JerseyRequest request = new JerseyRequest(span);
    request.open();
    return request;
  }

  @Override
  public void onEvent(RequestEvent event) {
    try {
      follow(event);
    } catch (Throwable failure) {
      Guard.failed("follow a Jersey request", failure);
    }
  }

  private void follow(RequestEvent event) {
    RequestEvent.Type type = event.getType();
    if (BEFORE_APPLICATION.contains(type)) {
      open();
    } else if (type == RequestEvent.Type.RESOURCE_METHOD_FINISHED) {
      close();
    } else if (type == RequestEvent.Type.REQUEST_FILTERED) {
      closeIfManaged(event);
    } else if (type == RequestEvent.Type.FINISHED) {
      finish(event);
    }
  }

  private void closeIfManaged(RequestEvent event) {
    ResourceMethod method = event.getUriInfo().getMatchedResourceMethod();
    if (method != null && method.isManagedAsyncDeclared()) {
      close();
    }
  }

  private void open() {
    Thread here = Thread.currentThread();
    if (!scopes.containsKey(here)) {
      scopes.put(here, span.makeCurrent());
    }
  }

  private void close() {
    Scope scope = scopes.remove(Thread.currentThread());
    if (scope != null) {
      scope.close();
    }
  }

  private void finish(RequestEvent event) {
    try {
      close();
    } finally {
      span.error(JerseyFailures.unmapped(event));
      span.end(new ContainerResponseView(event.getContainerResponse()));
    }
  }
}
