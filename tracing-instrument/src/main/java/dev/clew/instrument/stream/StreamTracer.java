// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.stream;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Instruments;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Starts spans for what happens on connections that stay open. Made once for an application.
 * Thread-safe; nothing here throws.
 */
public final class StreamTracer {

  private final Tracer tracer;

  /**
   * A tracer for an application.
   *
   * @param scope the name of the instrumentation scope, as in {@code dev.clew.websocket}
   */
  public StreamTracer(OpenTelemetry openTelemetry, String scope) {
    this.tracer = Instruments.of(openTelemetry, scope).tracer();
  }

  /** Starts the span of what completes the opening request: a child of that. */
  public StreamSpan startWithin(Opening opening, StreamEvent event) {
    return start(event, opening.asParent(), SpanContext.getInvalid());
  }

  /**
   * Starts the span of what comes later on the connection: a trace of its own that links to the
   * opening request. A connection may last for days; as one trace it would have no end, and one
   * sampling decision for all.
   */
  public StreamSpan startAfter(Opening opening, StreamEvent event) {
    return start(event, opening.carried(), opening.span());
  }

  /**
   * Starts the span of what the application sends: a child of what is current, which is why it is
   * sent, with a link to the opening request, unless that is what is current.
   */
  public StreamSpan startHere(Opening opening, StreamEvent event) {
    Context current = Context.current();
    boolean within = Span.fromContext(current).getSpanContext().equals(opening.span());
    return start(event, current, within ? SpanContext.getInvalid() : opening.span());
  }

  private StreamSpan start(StreamEvent event, Context parent, SpanContext linked) {
    try {
      SpanBuilder builder =
          tracer.spanBuilder(event.spanName()).setParent(parent).setSpanKind(event.kind());
      if (linked.isValid()) {
        builder.addLink(linked);
      }
      return new StreamSpan(builder.setAllAttributes(event.attributes()).startSpan(), parent);
    } catch (Throwable failure) {
      Guard.failed("start the span of a message on an open connection", failure);
      return StreamSpan.INERT;
    }
  }
}
