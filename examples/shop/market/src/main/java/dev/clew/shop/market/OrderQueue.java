// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.aws.messaging.SqsTracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Orders that wait, in SQS. Sending one says nothing about tracing. */
@ApplicationScoped
public class OrderQueue {

  private static final String QUEUE = "orders";
  private static final int WAIT_SECONDS = 2;

  @Inject SqsClient sqs;

  private volatile String url;

  /** Makes the queue. */
  void create() {
    url = sqs.createQueue(queue -> queue.queueName(QUEUE)).queueUrl();
  }

  void send(QueuedOrder order) {
    sqs.sendMessage(message -> message.queueUrl(url).messageBody(order.body()));
  }

  /** Waits a little for orders; there may be none. */
  List<Message> receive() {
    return sqs.receiveMessage(ask -> ask.queueUrl(url).waitTimeSeconds(WAIT_SECONDS)).messages();
  }

  /** Has an order processed, within its sender's trace, and takes it out of the queue. */
  void process(Message message, Consumer<QueuedOrder> processing) {
    SqsTracing.process(
        url,
        message,
        () -> {
          try {
            processing.accept(QueuedOrder.parse(message.body()));
          } finally {
            sqs.deleteMessage(done -> done.queueUrl(url).receiptHandle(message.receiptHandle()));
          }
        });
  }
}
