// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.Guard;
import dev.clew.instrument.stream.StreamSpan;
import dev.clew.instrument.stream.StreamTracer;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * Calls a method of a WebSocket endpoint within a span. There is one for each instance of the
 * endpoint, made with it. Serializable because a passivated endpoint takes it along; nothing of
 * tracing goes with it.
 */
@Interceptor
@TracedEndpoint
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class EndpointInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient WebSocketExtension extension;

  private final transient Openings openings = Openings.here();

  /** Calls the method. */
  @AroundInvoke
  Object around(InvocationContext call) throws Exception {
    StreamSpan span = begin(call);
    if (span == null) {
      return call.proceed();
    }
    Scope scope = span.makeCurrent();
    Throwable failure = null;
    try {
      return call.proceed();
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      scope.close();
      span.end(failure);
    }
  }

  /** {@code null} where it is not to be traced. */
  private StreamSpan begin(InvocationContext call) {
    try {
      WebSocketExtension owner =
          extension != null ? extension : CDI.current().select(WebSocketExtension.class).get();
      StreamTracer tracer = owner.tracer().orElse(null);
      return tracer == null
          ? null
          : owner.type(call.getTarget().getClass()).begin(tracer, openings, call);
    } catch (Throwable failure) {
      Guard.failed("start the span of a WebSocket message", failure);
      return null;
    }
  }
}
