// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.jms.CompletionListener;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.util.Collections;
import java.util.Enumeration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The part of {@link MessagingContract} about how sending and receiving may go. */
abstract class MessagingOutcome extends MessagingDescription {

  @Test
  void failedSendingIsAnError() throws Exception {
    Session session = session();
    MessageProducer producer = session.createProducer(queue(session));
    producer.close();

    assertThatThrownBy(() -> producer.send(session.createMessage()))
        .isInstanceOf(JMSException.class);
    FinishedSpan sent = sent();
    assertThat(sent.status()).isEqualTo(StatusCode.ERROR);
    assertThat(sent.text("error.type")).startsWith("jakarta.jms.");
  }

  @Test
  void failedReceivingIsAnError() throws Exception {
    Session session = session();
    MessageConsumer consumer = session.createConsumer(queue(session));
    consumer.close();

    assertThatThrownBy(consumer::receiveNoWait).isInstanceOf(JMSException.class);
    assertThat(received().status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void failedListenerIsAnErrorAndMessageComesAgain() throws Exception {
    require(MessagingCapability.REDELIVERS);
    AtomicBoolean again = new AtomicBoolean();
    listen(
        message -> {
          if (!again.getAndSet(true)) {
            throw new IllegalStateException("not yet");
          }
        });
    send("one");

    FinishedSpan failed = processed();
    FinishedSpan processed = processed();
    assertThat(failed.status()).isEqualTo(StatusCode.ERROR);
    assertThat(failed.text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(processed.status()).isEqualTo(StatusCode.UNSET);
    assertThat(processed.parentSpanId()).isEqualTo(sent().spanId());
  }

  @Test
  void noMessageIsNoSpan() throws Exception {
    JMSContext context = context();
    JMSConsumer consumer = context.createConsumer(queue(context));
    assertThat(consumer.receiveNoWait()).isNull();
    assertThat(consumer.receive(1)).isNull();
    assertThat(consumer.receiveBodyNoWait(String.class)).isNull();

    assertThat(tracing.takeAll(0)).isEmpty();
  }

  @Test
  void browsingIsNoSpan() throws Exception {
    JMSContext context = context();
    context.createProducer().send(queue(context), "one");
    sent();

    Enumeration<?> messages = context.createBrowser(queue(context)).getEnumeration();
    assertThat(Collections.list(messages)).hasSize(1);
    assertThat(tracing.takeAll(0)).isEmpty();
  }

  @Test
  void completionEndsSpan() throws Exception {
    require(MessagingCapability.COMPLETION);
    Session session = session();
    MessageProducer producer = session.createProducer(queue(session));
    CompletableFuture<String> completed = new CompletableFuture<>();
    within("request", () -> producer.send(session.createMessage(), tellSpan(completed)));

    FinishedSpan request = tracing.take("request");
    assertThat(completed.get(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(request.spanId());
    assertThat(sent().isChildOf(request)).isTrue();
  }

  @Test
  void completionOfSimplifiedProducerEndsSpan() throws Exception {
    require(MessagingCapability.COMPLETION);
    JMSContext context = context();
    CompletableFuture<String> completed = new CompletableFuture<>();
    JMSProducer producer = context.createProducer().setAsync(tellSpan(completed));
    within("request", () -> producer.send(queue(context), "one"));

    FinishedSpan request = tracing.take("request");
    assertThat(completed.get(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(request.spanId());
    assertThat(sent().isChildOf(request)).isTrue();
  }

  @Test
  void applicationGetsItsOwnListenersBack() throws Exception {
    require(MessagingCapability.COMPLETION);
    CompletionListener completion = tellSpan(new CompletableFuture<>());
    MessageListener listener = message -> {};
    Session session = session();
    MessageConsumer consumer = session.createConsumer(queue(session));
    consumer.setMessageListener(listener);

    assertThat(consumer.getMessageListener()).isSameAs(listener);
    assertThat(context().createProducer().setAsync(completion).getAsync()).isSameAs(completion);
    consumer.setMessageListener(null);
    assertThat(consumer.getMessageListener()).isNull();
  }

  @Test
  void producersPropertiesAreAfterwardsAsBefore() throws Exception {
    JMSContext context = context();
    JMSProducer producer = context.createProducer().setProperty("count", 3);
    producer.send(queue(context), "one").send(queue(context), "two");

    assertThat(producer.getPropertyNames()).containsExactly("count");
    assertThat(producer.getObjectProperty("count")).isEqualTo(3);
    assertThat(tracing.takeAll(2)).allMatch(span -> span.name().equals("send " + queueName));
  }

  @Test
  void transactedMessagesAreTracedAsOthers() throws Exception {
    JMSContext context = context(JMSContext.SESSION_TRANSACTED);
    context.createProducer().send(queue(context), "rolled back");
    context.rollback();
    context.createProducer().send(queue(context), "committed");
    context.commit();
    sent();
    FinishedSpan committed = sent();

    assertThat(receive().getBody(String.class)).isEqualTo("committed");
    assertThat(received().isChildOf(committed)).isTrue();
  }

  @Test
  void messageThatIsRecoveredIsReceivedTwice() throws Exception {
    send("one");
    FinishedSpan sent = sent();
    JMSContext context = context(JMSContext.CLIENT_ACKNOWLEDGE);
    JMSConsumer consumer = context.createConsumer(queue(context));
    consumer.receive(WAIT_MILLIS);
    context.recover();
    Message again = consumer.receive(WAIT_MILLIS);
    context.acknowledge();

    assertThat(again.getJMSRedelivered()).isTrue();
    assertThat(tracing.takeAll(2)).allMatch(span -> span.isChildOf(sent));
  }

  @Test
  void everySubscriberHasSpansOfItsOwn() throws Exception {
    JMSContext context = context();
    Topic topic = context.createTopic("shared-" + queueName);
    context.createSharedConsumer(topic, "a").setMessageListener(message -> {});
    JMSContext other = context();
    other.createSharedConsumer(topic, "b").setMessageListener(message -> {});
    JMSContext sender = context();
    sender.createProducer().send(topic, "one");

    FinishedSpan sent = tracing.take("send shared-" + queueName);
    assertThat(tracing.takeAll(2)).allMatch(span -> span.isChildOf(sent));
  }

  private static CompletionListener tellSpan(CompletableFuture<String> spanId) {
    return new CompletionListener() {
      @Override
      public void onCompletion(Message message) {
        spanId.complete(Span.current().getSpanContext().getSpanId());
      }

      @Override
      public void onException(Message message, Exception failure) {
        spanId.completeExceptionally(failure);
      }
    };
  }
}
