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
import software.amazon.awssdk.services.sqs.model.Message;

/** Starts the spans of one application's messages. Thread-safe. */
final class SqsTracer {

  private static final String SYSTEM = "aws_sqs";
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

  private final MessagingTracer messages;
  private final Instruments instruments;

  SqsTracer(Tracing application) {
    this.messages =
        new MessagingTracer(
            application.openTelemetry(), application.settings().get(AwsOptions.CONSUMER));
    this.instruments = Instruments.of(application.openTelemetry(), "dev.clew.messaging");
  }

  MessagingSpan process(String queueUrl, Message message) {
    return messages.process(
        new MessageDestination(SYSTEM, queue(queueUrl), false), new ReceivedMessage(message));
  }

  /** A span that links to each message's sender. */
  Span processAll(String queueUrl, List<Message> batch, Context parent) {
    String queue = queue(queueUrl);
    SpanBuilder builder =
        instruments
            .tracer()
            .spanBuilder(PROCESS + ' ' + queue)
            .setParent(parent)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(MESSAGING_SYSTEM, SYSTEM)
            .setAttribute(OPERATION_NAME, PROCESS)
            .setAttribute(OPERATION_TYPE, PROCESS)
            .setAttribute(DESTINATION, queue)
            .setAttribute(MESSAGE_COUNT, (long) batch.size());
    for (Message message : batch) {
      SpanContext sender = sender(message, parent);
      if (sender.isValid() && sender.isRemote()) {
        builder.addLink(sender);
      }
    }
    return builder.startSpan();
  }

  private SpanContext sender(Message message, Context parent) {
    Context carried =
        instruments
            .propagator()
            .extract(parent, new ReceivedMessage(message), ReceivedMessage.Getter.INSTANCE);
    return Span.fromContext(carried).getSpanContext();
  }

  /** What is behind the last slash of a queue's address. */
  private static String queue(String url) {
    return url == null ? "" : url.substring(url.lastIndexOf('/') + 1);
  }
}
