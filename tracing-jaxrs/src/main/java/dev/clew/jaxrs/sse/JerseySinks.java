// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/**
 * Calls resource methods in Jersey with another sink than the one that Jersey itself goes on with.
 * To be registered once for an application.
 */
public final class JerseySinks extends AbstractBinder {

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
    bind(new Handlers(streams)).to(ResourceMethodInvocationHandlerProvider.class);
  }

  /** Gives methods with a sink a handler of their own. */
  @Singleton
  private record Handlers(BiFunction<Class<?>, Method, EventStream> streams)
      implements ResourceMethodInvocationHandlerProvider {

    @Override
    public InvocationHandler create(Invocable invocable) {
      return Guard.call("look for streams of events", () -> handler(invocable), null);
    }

    private InvocationHandler handler(Invocable invocable) {
      Method method = invocable.getHandlingMethod();
      if (!EventStream.isGivenTo(method)) {
        return null;
      }
      EventStream stream = streams.apply(invocable.getHandler().getHandlerClass(), method);
      return stream == null ? null : new Handler(stream);
    }
  }

  private record Handler(EventStream stream) implements InvocationHandler {

    @Override
    public Object invoke(Object resource, Method method, Object[] arguments) throws Throwable {
      Object[] replaced =
          Guard.call("trace the events of a stream", () -> replaced(arguments), arguments);
      return method.invoke(resource, replaced);
    }

    private Object[] replaced(Object[] arguments) {
      Object[] replaced = arguments.clone();
      for (int i = 0; i < replaced.length; i++) {
        if (replaced[i] instanceof SseEventSink sink) {
          replaced[i] = stream.traced(sink, HttpServerSpan.current());
        }
      }
      return replaced;
    }
  }
}
