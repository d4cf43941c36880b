// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/**
 * Calls resource methods in Jersey with another sink than the one that Jersey itself goes on with.
 * To be registered once for an application. Thread-safe.
 */
public final class JerseySinks extends AbstractBinder
    implements ResourceMethodInvocationHandlerProvider {

  private final BiFunction<Class<?>, Method, EventStream> streams;

  /**
   * For an application.
   *
   * @param streams reads a method that is given a sink; may give {@code null}
   */
  public JerseySinks(BiFunction<Class<?>, Method, EventStream> streams) {
    this.streams = streams;
  }

  @Override
  protected void configure() {
    bind(this).to(ResourceMethodInvocationHandlerProvider.class);
  }

  /** Methods without a sink are called as ever. */
  @Override
  public InvocationHandler create(Invocable invocable) {
    try {
      return handler(invocable);
    } catch (Throwable failure) {
      Guard.failed("look for streams of events", failure);
      return null;
    }
  }

  private InvocationHandler handler(Invocable invocable) {
    Method method = invocable.getHandlingMethod();
    EventStream stream =
        EventStream.isGivenTo(method)
            ? streams.apply(invocable.getHandler().getHandlerClass(), method)
            : null;
    return stream == null
        ? null
        : (resource, called, arguments) -> called.invoke(resource, traced(stream, arguments));
  }

  private static Object[] traced(EventStream stream, Object[] arguments) {
    try {
      return replaced(stream, arguments.clone());
    } catch (Throwable failure) {
      Guard.failed("trace the events of a stream", failure);
      return arguments;
    }
  }

  private static Object[] replaced(EventStream stream, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof SseEventSink sink) {
        arguments[i] = stream.traced(sink, HttpServerSpan.current());
      }
    }
    return arguments;
  }
}
