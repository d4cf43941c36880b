// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.Guard;
import dev.clew.instrument.stream.Opening;
import dev.clew.instrument.stream.StreamSpan;
import dev.clew.instrument.stream.StreamTracer;
import io.opentelemetry.context.Scope;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/** A call of an endpoint's method with its span, which is current until the end. */
record EndpointCall(StreamSpan span, Scope scope) {

  /**
   * Starts it.
   *
   * @param openings {@code null} where they are lost
   * @return {@code null} where this call is not to be traced
   */
  static EndpointCall begin(WebSocketExtension owner, Openings openings, InvocationContext call) {
    StreamTracer tracer = owner.tracer().orElse(null);
    if (tracer == null) {
      return null;
    }
    EndpointType type = owner.type(call.getTarget().getClass());
    Optional<EndpointMethod> method = type.method(call.getMethod());
    return method.isEmpty()
        ? null
        : begin(tracer, method.get(), opening(openings, type, method.get(), call), call);
  }

  private static Opening opening(
      Openings openings, EndpointType type, EndpointMethod method, InvocationContext call) {
    return openings == null
        ? Opening.UNKNOWN
        : openings.of(method.session(call.getParameters()), type.route());
  }

  private static EndpointCall begin(
      StreamTracer tracer, EndpointMethod method, Opening opening, InvocationContext call) {
    StreamSpan span =
        method.occasion() == Occasion.OPEN
            ? tracer.startWithin(opening, method.event())
            : tracer.startAfter(opening, method.event());
    if (span.isRecording()) {
      Guard.run("describe a WebSocket message", () -> method.describe(span, call.getParameters()));
    }
    return new EndpointCall(span, span.makeCurrent());
  }

  /** To be called on the same thread. */
  void end(Throwable failure) {
    scope.close();
    span.end(failure);
  }
}
