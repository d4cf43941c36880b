// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.Guard;
import dev.clew.instrument.stream.Opening;
import dev.clew.instrument.stream.StreamSpan;
import dev.clew.instrument.stream.StreamTracer;
import dev.clew.jaxrs.internal.PathTemplate;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An endpoint's class, read once. Thread-safe. */
final class EndpointType {

  /** The template of its path, without the application's. */
  private final String route;

  private final Map<Method, Optional<EndpointMethod>> methods = new ConcurrentHashMap<>();

  private EndpointType(String route) {
    this.route = route;
  }

  /**
   * Reads a class.
   *
   * @param type the endpoint's, or one that the container has derived from it
   */
  static EndpointType of(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      ServerEndpoint endpoint = each.getAnnotation(ServerEndpoint.class);
      if (endpoint != null) {
        return new EndpointType(PathTemplate.of(endpoint.value()).text());
      }
    }
    return new EndpointType("");
  }

  /**
   * Starts the span of a call.
   *
   * @param openings {@code null} where they are lost
   * @return {@code null} for a method that no occasion calls
   */
  StreamSpan begin(StreamTracer tracer, Openings openings, InvocationContext call) {
    EndpointMethod method = method(call.getMethod()).orElse(null);
    if (method == null) {
      return null;
    }
    Object[] arguments = call.getParameters();
    Opening opening =
        openings == null ? Opening.UNKNOWN : openings.of(method.session(arguments), route);
    StreamSpan span =
        method.occasion() == Occasion.OPEN
            ? tracer.startWithin(opening, method.event())
            : tracer.startAfter(opening, method.event());
    if (span.isRecording()) {
      try {
        method.describe(span, arguments);
      } catch (Throwable failure) {
        Guard.failed("describe a WebSocket message", failure);
      }
    }
    return span;
  }

  private Optional<EndpointMethod> method(Method called) {
    Optional<EndpointMethod> known = methods.get(called);
    if (known == null) {
      known = EndpointMethod.of(route, called);
      methods.put(called, known);
    }
    return known;
  }
}
