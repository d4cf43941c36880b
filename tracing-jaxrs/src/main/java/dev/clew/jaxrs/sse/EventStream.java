// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.instrument.stream.Opening;
import dev.clew.instrument.stream.StreamEvent;
import dev.clew.instrument.stream.StreamTracer;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.internal.PerTracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Optional;

/** A resource method that is given a sink for events. Thread-safe. */
public final class EventStream {

  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The template of the resource's path. */
  private static final AttributeKey<String> STREAM = AttributeKey.stringKey("clew.sse.stream");

  private final PerTracing<Optional<StreamTracer>> tracers = new PerTracing<>(EventStream::tracer);
  private final StreamEvent event;

  /**
   * A method.
   *
   * @param template of its path, below the application's
   */
  public EventStream(Class<?> type, Method method, String template) {
    this.event =
        new StreamEvent(
            "event " + template,
            SpanKind.PRODUCER,
            Attributes.of(
                STREAM, template, CODE_FUNCTION_NAME, type.getName() + '.' + method.getName()));
  }

  /** Whether a method is given a sink. */
  public static boolean isGivenTo(Method method) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (parameter == SseEventSink.class) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sink that traces what is sent.
   *
   * @param request the span of the request
   * @return the given one where events are not to be traced
   */
  public SseEventSink traced(SseEventSink sink, HttpServerSpan request) {
    Optional<StreamTracer> tracer = tracers.get();
    return sink == null || tracer.isEmpty()
        ? sink
        : new TracedSink(sink, tracer.get(), Opening.of(request.context()), event);
  }

  private static Optional<StreamTracer> tracer(Tracing tracing) {
    return tracing.settings().get(JaxrsOptions.SSE_ENABLED)
        ? Optional.of(new StreamTracer(tracing.openTelemetry(), "dev.clew.sse"))
        : Optional.empty();
  }
}
