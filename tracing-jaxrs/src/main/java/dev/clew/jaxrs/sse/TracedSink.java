// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import dev.clew.instrument.Guard;
import dev.clew.instrument.stream.Opening;
import dev.clew.instrument.stream.StreamEvent;
import dev.clew.instrument.stream.StreamSpan;
import dev.clew.instrument.stream.StreamTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;

/**
 * Sends each event within a span, until it has been written. A broadcaster that knows only this
 * sends through it, too: then there is a span for each that listens. Thread-safe where the sink is.
 */
final class TracedSink implements SseEventSink {

  /** The event's name, where it has one. */
  private static final AttributeKey<String> EVENT_NAME =
      AttributeKey.stringKey("clew.sse.event.name");

  /** Whether the event has an id, with which a client goes on after its connection was lost. */
  private static final AttributeKey<Boolean> EVENT_HAS_ID =
      AttributeKey.booleanKey("clew.sse.event.has_id");

  /** How long a text is that is sent, in characters. */
  private static final AttributeKey<Long> EVENT_LENGTH =
      AttributeKey.longKey("clew.sse.event.length");

  private final SseEventSink sink;
  private final StreamTracer tracer;
  private final Opening request;
  private final StreamEvent kind;

  TracedSink(SseEventSink sink, StreamTracer tracer, Opening request, StreamEvent kind) {
    this.sink = sink;
    this.tracer = tracer;
    this.request = request;
    this.kind = kind;
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    StreamSpan span = tracer.startHere(request, kind);
    if (event != null && span.isRecording()) {
      try {
        describe(span, event);
      } catch (Throwable failure) {
        Guard.failed("describe an event", failure);
      }
    }
    CompletionStage<?> sent = null;
    Throwable failure = null;
    Scope scope = span.makeCurrent();
    try {
      sent = sink.send(event);
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      scope.close();
      end(span, sent, failure);
    }
    return sent;
  }

  /** Now, or when the sink is done with it. */
  private static void end(StreamSpan span, CompletionStage<?> sent, Throwable failure) {
    if (sent == null) {
      span.end(failure);
      return;
    }
    try {
      sent.whenComplete((nothing, thrown) -> span.end(thrown));
    } catch (Throwable unexpected) {
      Guard.failed("follow an event that is sent", unexpected);
      span.end(null);
    }
  }

  private static void describe(StreamSpan span, OutboundSseEvent event) {
    span.set(EVENT_NAME, event.getName());
    span.set(EVENT_HAS_ID, event.getId() != null);
    if (event.getData() instanceof String text) {
      span.set(EVENT_LENGTH, (long) text.length());
    }
  }

  @Override
  public boolean isClosed() {
    return sink.isClosed();
  }

  @Override
  public void close() {
    sink.close();
  }
}
