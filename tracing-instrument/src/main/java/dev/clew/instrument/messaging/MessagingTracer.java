// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import dev.clew.instrument.Instruments;
import dev.clew.instrument.stream.StreamEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Set;

/**
 * Starts spans for messages that are sent, received and processed, by semantic conventions 1.44,
 * "Messaging spans". Made once for an application. Thread-safe; nothing here throws.
 */
public final class MessagingTracer {

  private final Instruments instruments;
  private final MessageContext carried;
  private final Correlation correlation;

  /** A tracer for an application. */
  public MessagingTracer(OpenTelemetry openTelemetry, Correlation correlation) {
    this.instruments = Instruments.of(openTelemetry, "dev.clew.messaging");
    this.carried = new MessageContext(instruments.propagator());
    this.correlation = correlation;
  }

  /** The names of the properties that carry the trace in a message, if any does. */
  public Set<String> properties() {
    return carried.properties();
  }

  /**
   * Starts the span of one sending, as a child of what is current, and lets the message carry it. A
   * message that already carries a context keeps it, and the span links to that, where the
   * application has put it there before the first sending, and where the message's properties
   * cannot be written, as in one that is forwarded as it was received.
   *
   * @return ended by the caller when the message is sent; {@link MessagingSpan#sent} first
   */
  public MessagingSpan send(MessageDestination destination, MessageView message) {
    try {
      Context current = Context.current();
      if (carried.isKept(message)) {
        Context creation = carried.extract(Context.root(), message);
        return start(Operation.SEND, destination, null, current, creation);
      }
      MessagingSpan span = start(Operation.SEND, destination, null, current, null);
      carried.replace(span.context(), message);
      return span;
    } catch (Throwable failure) {
      return failed(failure);
    }
  }

  /**
   * Starts the span of a message that the application has asked for, after it has come: waiting is
   * no work. It links to the sending; where nothing is current, it is its child, too, unless links
   * alone are wanted.
   *
   * @param message {@code null} where there is none to be looked at
   */
  public MessagingSpan receive(MessageDestination destination, MessageView message) {
    try {
      Context current = Context.current();
      if (message == null) {
        return start(Operation.RECEIVE, destination, null, current, null);
      }
      Context sender = carried.extract(current, message);
      boolean follows = correlation == Correlation.PARENT && !hasSpan(current);
      Context parent = follows ? sender : current;
      return start(Operation.RECEIVE, destination, message, parent, sender);
    } catch (Throwable failure) {
      return failed(failure);
    }
  }

  /**
   * Starts the span of a message that a listener is about to process: a child of the sending, or
   * linked to it.
   */
  public MessagingSpan process(MessageDestination destination, MessageView message) {
    try {
      Context current = Context.current();
      Context sender = carried.extract(current, message);
      if (correlation == Correlation.PARENT) {
        return start(Operation.PROCESS, destination, message, sender, null);
      }
      Context parent = sender.with(Span.fromContext(current));
      return start(Operation.PROCESS, destination, message, parent, sender);
    } catch (Throwable failure) {
      return failed(failure);
    }
  }

  private MessagingSpan start(
      Operation operation,
      MessageDestination destination,
      MessageView message,
      Context parent,
      Context linked) {
    MessagingSpan started = new MessagingSpan(Span.getInvalid(), parent, null);
    try {
      StreamEvent described = destination.described(operation);
      SpanBuilder builder = instruments.tracer().spanBuilder(described.spanName());
      builder.setParent(parent).setSpanKind(described.kind());
      link(builder, linked);
      SpanContext caller = Span.fromContext(parent).getSpanContext();
      boolean undecided = !caller.isValid() || caller.isSampled();
      if (undecided) {
        builder.setAllAttributes(described.attributes());
      }
      Span span = builder.startSpan();
      started = new MessagingSpan(span, parent, processed(operation, message));
      Handover.describe(span, parent);
      if (!undecided) {
        started.describe(described.attributes());
      }
      started.describe(message);
      started.describeDelivery(message);
    } catch (Throwable failure) {
      Guard.failed("start a messaging span", failure);
    }
    return started;
  }

  private static Object processed(Operation operation, MessageView message) {
    return operation == Operation.PROCESS && message != null ? message.message() : null;
  }

  private static void link(SpanBuilder builder, Context linked) {
    if (linked != null) {
      SpanContext other = Span.fromContext(linked).getSpanContext();
      if (other.isValid() && other.isRemote()) {
        builder.addLink(other);
      }
    }
  }

  private static boolean hasSpan(Context context) {
    return Span.fromContext(context).getSpanContext().isValid();
  }

  private static MessagingSpan failed(Throwable failure) {
    Guard.failed("look at a message", failure);
    return MessagingSpan.INERT;
  }
}
