// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.AwsOptions;
import dev.clew.instrument.Instruments;
import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessagingSpan;
import dev.clew.instrument.messaging.MessagingTracer;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.List;

/** Starts the spans of what one application receives from one service. Thread-safe. */
final class ReceivedTracer {

  private static final String PROCESS = "process";

  private static final AttributeKey<String> MESSAGING_SYSTEM =
      AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  private static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<Long> MESSAGE_COUNT =
      AttributeKey.longKey("messaging.batch.message_count");

  private final String system;
  private final MessagingTracer messages;
  private final Instruments instruments;

  ReceivedTracer(Tracing application, String system) {
    this.system = system;
    this.messages =
        new MessagingTracer(
            application.openTelemetry(), application.settings().get(AwsOptions.CONSUMER));
    this.instruments = Instruments.of(application.openTelemetry(), "dev.clew.messaging");
  }

  MessagingSpan process(String destination, Received message) {
    return messages.process(new MessageDestination(system, destination, false), message);
  }

  /** A span that links to each message's sender. */
  Span processAll(String destination, List<? extends Received> batch, Context parent) {
    SpanBuilder builder =
        instruments
            .tracer()
            .spanBuilder(PROCESS + ' ' + destination)
            .setParent(parent)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(MESSAGING_SYSTEM, system)
            .setAttribute(OPERATION_NAME, PROCESS)
            .setAttribute(OPERATION_TYPE, PROCESS)
            .setAttribute(DESTINATION, destination)
            .setAttribute(MESSAGE_COUNT, (long) batch.size());
    for (Received message : batch) {
      SpanContext sender = sender(message, parent);
      if (sender.isValid() && sender.isRemote()) {
        builder.addLink(sender);
      }
    }
    return builder.startSpan();
  }

  private SpanContext sender(Received message, Context parent) {
    Context carried = instruments.propagator().extract(parent, message, Received.Getter.INSTANCE);
    return Span.fromContext(carried).getSpanContext();
  }
}
