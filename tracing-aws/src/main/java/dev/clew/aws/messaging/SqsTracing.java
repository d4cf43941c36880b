// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Traces what an application does with messages that it has received from SQS. The call that
 * receives them asks for what carries the trace by itself, where it is made through a client that
 * is traced. Thread-safe; nothing here throws but what the application's own code throws.
 */
public final class SqsTracing {

  private static final Consumers CONSUMERS = new Consumers("aws_sqs");

  private SqsTracing() {}

  /**
   * Processes one message within a span of its own, which goes on with the sender's trace or links
   * to it ({@code clew.aws.consumer}).
   *
   * @param queueUrl where it was received from
   */
  public static <E extends Exception> void process(
      String queueUrl, Message message, Processing<E> processing) throws E {
    CONSUMERS.process(queue(queueUrl), new ReceivedMessage(message), processing);
  }

  /**
   * Processes several messages at once within one span, which starts a trace, or is a child of what
   * is current, and links to all senders.
   *
   * @param queueUrl where they were received from
   */
  public static <E extends Exception> void processAll(
      String queueUrl, List<Message> messages, Processing<E> processing) throws E {
    CONSUMERS.processAll(queue(queueUrl), messages, ReceivedMessage::new, processing);
  }

  /** What is behind the last slash of a queue's address. */
  private static String queue(String url) {
    return url == null ? "" : url.substring(url.lastIndexOf('/') + 1);
  }
}
