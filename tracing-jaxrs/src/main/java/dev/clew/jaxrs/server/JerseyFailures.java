// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Tells a server span of exceptions that nobody has mapped. Since JAX-RS 3.1 the implementation
 * itself makes a response of these, so that they do not reach the servlet filter.
 *
 * <p>Jersey answers first and says that nobody has mapped it afterwards; by then an asynchronous
 * request may have ended on another thread. So an exception is a suspect from the moment it is
 * thrown until a mapper of the application takes it.
 */
final class JerseyFailures implements RequestEventListener {

  private static final String JERSEY = "org.glassfish.jersey.";
  private static final String DEFAULT_MAPPER = JERSEY + "server.DefaultExceptionMapper";

  private final HttpServerSpan span;

  JerseyFailures(HttpServerSpan span) {
    this.span = span;
  }

  @Override
  public void onEvent(RequestEvent event) {
    try {
      RequestEvent.Type type = event.getType();
      if (type == RequestEvent.Type.ON_EXCEPTION
          || type == RequestEvent.Type.EXCEPTION_MAPPER_FOUND) {
        span.suspect(suspected(event));
      }
    } catch (Throwable failure) {
      Guard.failed("record the exception of a Jersey request", failure);
    }
  }

  /** Not what carries its own answer: the status says how the request went. */
  private static Throwable suspected(RequestEvent event) {
    Throwable thrown = unmapped(event);
    return thrown instanceof WebApplicationException ? null : thrown;
  }

  /** What no mapper of the application has taken; {@code null} for nothing. */
  static Throwable unmapped(RequestEvent event) {
    Throwable thrown = event.getException();
    ExceptionMapper<?> mapper = event.getExceptionMapper();
    boolean mapped = mapper != null && !mapper.getClass().getName().equals(DEFAULT_MAPPER);
    if (thrown == null || mapped) {
      return null;
    }
    Throwable cause = unwrapped(thrown);
    return cause instanceof WebApplicationException && event.getContainerResponse() != null
        ? null
        : cause;
  }

  /** Without what Jersey wraps exceptions of resource methods in. */
  private static Throwable unwrapped(Throwable thrown) {
    return thrown.getClass().getName().startsWith(JERSEY) && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
