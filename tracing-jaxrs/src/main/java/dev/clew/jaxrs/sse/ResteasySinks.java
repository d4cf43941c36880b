// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.function.Function;
import org.jboss.resteasy.core.ResteasyContext;

/**
 * Replaces the sink that RESTEasy has put into its context for one resource method. RESTEasy does
 * so in its last filter, so this is to be registered after all others. Thread-safe.
 */
public final class ResteasySinks implements ContainerRequestFilter {

  private final EventStream stream;
  private final Function<ContainerRequestContext, HttpServerSpan> spans;

  /**
   * For one resource method.
   *
   * @param spans tells the span of a request
   */
  public ResteasySinks(
      EventStream stream, Function<ContainerRequestContext, HttpServerSpan> spans) {
    this.stream = stream;
    this.spans = spans;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      replace(request);
    } catch (Throwable failure) {
      Guard.failed("trace the events of a stream", failure);
    }
  }

  private void replace(ContainerRequestContext request) {
    SseEventSink sink = ResteasyContext.getContextData(SseEventSink.class);
    if (sink != null) {
      SseEventSink traced = stream.traced(sink, spans.apply(request));
      ResteasyContext.getContextDataMap().put(SseEventSink.class, traced);
    }
  }
}
