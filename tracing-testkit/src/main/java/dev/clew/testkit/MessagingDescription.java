// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The part of {@link MessagingContract} about what spans say, and what messages show. */
abstract class MessagingDescription extends MessagingPropagation {

  @Test
  void describesSending() throws Exception {
    JMSContext context = context();
    TextMessage message = context.createTextMessage("one");
    context.createProducer().setJMSCorrelationID("talk-7").send(queue(context), message);

    FinishedSpan sent = sent();
    assertThat(sent.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(sent.attributes())
        .containsEntry("messaging.system", "jms")
        .containsEntry("messaging.operation.name", "send")
        .containsEntry("messaging.operation.type", "send")
        .containsEntry("messaging.destination.name", queueName)
        .containsEntry("messaging.message.id", message.getJMSMessageID())
        .containsEntry("messaging.message.conversation_id", "talk-7")
        .doesNotContainKeys(
            "messaging.destination.temporary", "messaging.destination.anonymous", "error.type");
  }

  @Test
  void describesReceiving() throws Exception {
    send("one");
    Message message = receive();

    sent();
    FinishedSpan received = received();
    assertThat(received.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(received.attributes())
        .containsEntry("messaging.operation.name", "receive")
        .containsEntry("messaging.operation.type", "receive")
        .containsEntry("messaging.destination.name", queueName)
        .containsEntry("messaging.message.id", message.getJMSMessageID());
  }

  @Test
  void describesProcessing() throws Exception {
    listen(message -> {});
    send("one");

    sent();
    FinishedSpan processed = processed();
    assertThat(processed.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(processed.attributes())
        .containsEntry("messaging.operation.name", "process")
        .containsEntry("messaging.operation.type", "process")
        .containsEntry("messaging.destination.name", queueName)
        .containsKey("messaging.message.id");
  }

  @Test
  void namesTopics() throws Exception {
    JMSContext context = context();
    Topic topic = context.createTopic("news");
    JMSConsumer consumer = context.createConsumer(topic);
    context.createProducer().send(topic, "one");
    consumer.receive(WAIT_MILLIS);

    FinishedSpan sent = tracing.take("send news");
    assertThat(tracing.take("receive news").isChildOf(sent)).isTrue();
  }

  @Test
  void keepsNamesOfTemporaryQueuesOutOfNamesOfSpans() throws Exception {
    JMSContext context = context();
    context.createProducer().send(context.createTemporaryQueue(), "one");

    FinishedSpan sent = tracing.takeOne();
    assertThat(sent.name()).isEqualTo("send (temporary)");
    assertThat(sent.attributes())
        .containsEntry("messaging.destination.temporary", true)
        .containsKey("messaging.destination.name");
  }

  @Test
  void describesDestinationOfProducerThatIsBoundToNone() throws Exception {
    Session session = session();
    MessageProducer producer = session.createProducer(null);
    producer.send(queue(session), session.createMessage());

    assertThat(sent().text("messaging.destination.name")).isEqualTo(queueName);
  }

  @Test
  void describesDestinationOfProducerThatIsBoundToOne() throws Exception {
    Session session = session();
    session.createProducer(queue(session)).send(session.createMessage());

    assertThat(sent().text("messaging.destination.name")).isEqualTo(queueName);
  }

  @Test
  void recordsNothingOfBodyOrProperties() throws Exception {
    JMSContext context = context();
    context
        .createProducer()
        .setProperty("password", "s3cret")
        .setJMSType("s3cret")
        .send(queue(context), "s3cret");
    receive();

    assertThat(tracing.takeAll(2).toString()).doesNotContain("s3cret");
  }

  @Test
  void showsOthersNoPropertiesButTheConfiguredHeaders() throws Exception {
    send("one");

    assertThat(propertyNames(receiveOutside())).containsExactly("traceparent");
    sent();
  }

  @Test
  void showsOthersNoPropertiesWhereNothingIsPropagated() throws Exception {
    configure("otel.propagators", "none");
    JMSContext context = context();
    context.createProducer().send(queue(context), context.createTextMessage("one"));

    assertThat(propertyNames(receiveOutside())).isEmpty();
    sent();
  }

  @Test
  void receiverWhoEnumeratesPropertiesFindsItsOwn() throws Exception {
    JMSContext context = context();
    JMSProducer producer = context.createProducer().setProperty("count", 3);
    producer.send(queue(context), "one");
    Message looked = (Message) context.createBrowser(queue(context)).getEnumeration().nextElement();
    Message received = receive();
    CompletableFuture<Message> listened = new CompletableFuture<>();
    listen(listened::complete);
    producer.send(queue(context), "two");

    for (Message message : List.of(looked, received, listened.get(WAIT_MILLIS, MILLISECONDS))) {
      assertThat(propertyNames(message)).containsExactly("count");
      assertThat(message.getStringProperty("traceparent")).isNotEmpty();
    }
    tracing.takeAll(4);
  }

  @Test
  void receivedMessageIsOfItsKind() throws Exception {
    JMSContext context = context();
    JMSProducer producer = context.createProducer();
    producer.send(queue(context), Map.of("key", "value"));
    MapMessage map = (MapMessage) receive();
    producer.send(queue(context), "one");
    TextMessage text = (TextMessage) receive();

    assertThat(map.getString("key")).isEqualTo("value");
    assertThat(text.getText()).isEqualTo("one");
    assertThat(text).isEqualTo(text).isNotEqualTo(map).isNotEqualTo("one");
    assertThat(text.hashCode()).isEqualTo(text.hashCode());
    assertThatThrownBy(() -> text.setText("two")).isInstanceOf(JMSException.class);
    tracing.takeAll(4);
  }

  @Test
  void receivedMessageIsTheProvidersWhereNothingIsHidden() throws Exception {
    configure("clew.messaging.properties.hidden", "false");
    send("one");
    Message message = receive();
    send("two");

    assertThat(message).hasSameClassAs(receiveOutside());
    assertThat(propertyNames(message)).containsExactly("traceparent");
    tracing.takeAll(3);
  }

  @Test
  void touchesNothingWhereSwitchedOff() throws Exception {
    configure("otel.instrumentation.jms.enabled", "false");
    send("one");
    assertThat(propertyNames(receive())).isEmpty();

    assertThat(tracing.takeAll(0)).isEmpty();
  }

  @Test
  void keepsPropertiesOfApplication() throws Exception {
    JMSContext context = context();
    context
        .createProducer()
        .setProperty("count", 3)
        .setProperty("ratio", 0.5)
        .send(queue(context), Map.of("key", "value"));

    Message message = receiveOutside();
    assertThat(message.getObjectProperty("count")).isEqualTo(3);
    assertThat(message.getObjectProperty("ratio")).isEqualTo(0.5);
    assertThat((Object) message.getBody(Map.class)).isEqualTo(Map.of("key", "value"));
    sent();
  }

  @Test
  void selectorsSeePropertiesOfApplication() throws Exception {
    JMSContext context = context();
    context.createProducer().setProperty("kind", "small").send(queue(context), "one");
    context.createProducer().setProperty("kind", "large").send(queue(context), "two");

    assertThat(
            context
                .createConsumer(queue(context), "kind = 'large'")
                .receiveBody(String.class, WAIT_MILLIS))
        .isEqualTo("two");
    tracing.takeAll(3);
  }
}
