// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ResourceContainer;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueConnectionFactory;
import jakarta.jms.TopicConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XAQueueConnectionFactory;
import jakarta.jms.XATopicConnectionFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a container injects of JMS. */
class JmsExtensionTest {

  private static Broker broker;

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new Broker();
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.stop();
  }

  @ApplicationScoped
  public static class Orders {
    @Resource private ConnectionFactory any;
    @Resource private QueueConnectionFactory forQueues;
    @Resource private TopicConnectionFactory forTopics;
    @Resource private XAConnectionFactory xa;
    @Resource private XAQueueConnectionFactory xaForQueues;
    @Resource private XATopicConnectionFactory xaForTopics;
    @Resource private ActiveMQConnectionFactory ofTheProvider;
    private ConnectionFactory bySetter;

    @Resource
    private void setBySetter(ConnectionFactory given) {
      bySetter = given;
    }

    Stream<Object> factories() {
      return Stream.of(any, forQueues, forTopics, xa, xaForQueues, xaForTopics, bySetter);
    }

    Object ofTheProvider() {
      return ofTheProvider;
    }

    /** Asks a question and answers it, on queues of the provider. */
    String ask() throws JMSException {
      try (JMSContext context = any.createContext()) {
        Queue answers = context.createTemporaryQueue();
        Queue questions = context.createQueue("questions");
        Message question = context.createTextMessage("how much?");
        question.setJMSReplyTo(answers);
        context.createProducer().send(questions, question);
        context
            .createConsumer(questions)
            .setMessageListener(received -> answer(received, bySetter));
        return context.createConsumer(answers).receiveBody(String.class, 20_000);
      }
    }

    private static void answer(Message question, ConnectionFactory factory) {
      try (JMSContext context = factory.createContext()) {
        context.createProducer().send(question.getJMSReplyTo(), "42");
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Dependent
  public static class Factories {
    @Produces @Resource private ConnectionFactory produced;
  }

  @ApplicationScoped
  public static class User {
    @Inject ConnectionFactory factory;

    void send() {
      try (JMSContext context = factory.createContext()) {
        context.createProducer().send(context.createQueue("orders"), "one");
      }
    }
  }

  private static WeldContainer start(Class<?>... beans) {
    return ResourceContainer.of(place -> broker.inMemory()).with(new JmsExtension()).start(beans);
  }

  @Test
  void messagesAreTheProvidersOwnWhereNothingIsToBeHidden() throws Exception {
    tracing.configure(Map.of("clew.messaging.properties.hidden", "false"));
    try (JMSContext context = JmsTracing.trace(broker.inMemory()).createContext()) {
      Queue queue = context.createTemporaryQueue();
      context.createProducer().send(queue, "one");

      Message received = context.createConsumer(queue).receive(20_000);

      assertThat(received).isInstanceOf(ActiveMQMessage.class);
      assertThat(received.propertyExists("traceparent")).isTrue();
    }
    tracing.takeAll(2);
  }

  @Test
  void optionsThatCannotBeUsedAreReportedBeforeAnythingIsSent() {
    tracing.configure(Map.of("clew.messaging.consumer", "perhaps"));
    try (WeldContainer container = start(Orders.class)) {
      assertThat(container.isRunning()).isTrue();
    }
    assertThat(tracing.problems()).singleElement().asString().contains("'perhaps'");
  }

  @Test
  void connectionFactoriesOfEveryTypeAreTraced() {
    try (WeldContainer container = start(Orders.class)) {
      Orders orders = container.select(Orders.class).get();

      assertThat(orders.factories()).hasSize(7).allMatch(Decorated.class::isInstance);
      assertThat(orders.ofTheProvider()).isInstanceOf(ActiveMQConnectionFactory.class);
    }
  }

  @Test
  void factoriesStayAsTheyAreWhereSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.jms.enabled", "false"));
    try (WeldContainer container = start(Orders.class)) {
      assertThat(container.select(Orders.class).get().factories())
          .noneMatch(Decorated.class::isInstance);
    }
  }

  @Test
  void whatIsProducedFromAResourceIsTraced() {
    try (WeldContainer container = start(Factories.class, User.class)) {
      container.select(User.class).get().send();
    }

    assertThat(tracing.takeOne().name()).isEqualTo("send orders");
  }

  @Test
  void replyJoinsTheTraceOfTheRequest() throws Exception {
    try (WeldContainer container = start(Orders.class)) {
      assertThat(container.select(Orders.class).get().ask()).isEqualTo("42");
    }

    FinishedSpan question = tracing.take("send questions");
    FinishedSpan processing = tracing.take(SpanKind.CONSUMER);
    FinishedSpan reply = tracing.take("send (temporary)");
    assertThat(processing.isChildOf(question)).isTrue();
    assertThat(reply.isChildOf(processing)).isTrue();
    assertThat(tracing.takeOne().name()).isEqualTo("receive (temporary)");
  }
}
