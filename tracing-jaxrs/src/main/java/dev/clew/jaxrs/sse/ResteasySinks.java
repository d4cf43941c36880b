// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;

/**
 * Replaces the sink that RESTEasy has put into its context for one resource method. RESTEasy does
 * so in its last filter, so this is registered after all others. Thread-safe.
 */
public final class ResteasySinks implements ContainerRequestFilter {

  private final Method contextData;
  private final EventStream stream;
  private final Function<ContainerRequestContext, HttpServerSpan> spans;

  private ResteasySinks(
      Method contextData,
      EventStream stream,
      Function<ContainerRequestContext, HttpServerSpan> spans) {
    this.contextData = contextData;
    this.stream = stream;
    this.spans = spans;
  }

  /**
   * Registers one for a resource method, unless this is no RESTEasy. Its context is asked for by
   * its own class loader: Open Liberty hides it from applications.
   *
   * @param context of the resource method
   * @param spans tells the span of a request
   */
  public static void register(
      FeatureContext context,
      EventStream stream,
      Function<ContainerRequestContext, HttpServerSpan> spans) {
    try {
      Class<?> resteasy =
          Class.forName(
              "org.jboss.resteasy.core.ResteasyContext",
              false,
              context.getClass().getClassLoader());
      context.register(
          new ResteasySinks(resteasy.getMethod("getContextDataMap"), stream, spans),
          Integer.MAX_VALUE);
    } catch (ReflectiveOperationException | LinkageError other) {
      return; // nobody knows where others keep it
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      replace(request);
    } catch (Throwable failure) {
      Guard.failed("trace the events of a stream", failure);
    }
  }

  @SuppressWarnings("unchecked")
  private void replace(ContainerRequestContext request) throws ReflectiveOperationException {
    Map<Class<?>, Object> data = (Map<Class<?>, Object>) contextData.invoke(null);
    if (data.get(SseEventSink.class) instanceof SseEventSink sink) {
      data.put(SseEventSink.class, stream.traced(sink, spans.apply(request)));
    }
  }
}
