// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueConnectionFactory;
import jakarta.jms.QueueReceiver;
import jakarta.jms.QueueSender;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import jakarta.jms.TopicConnection;
import jakarta.jms.TopicConnectionFactory;
import jakarta.jms.TopicPublisher;
import jakarta.jms.TopicSession;
import jakarta.jms.TopicSubscriber;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XAJMSContext;
import jakarta.jms.XASession;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every method of every interface of JMS on the provider's object and on its decorator, while
 * both are open and after both are closed: results and exceptions are the same.
 */
class TransparencyTest {

  /** These wait for a message that does not come, or for sessions of an application server. */
  private static final Set<String> WAITING = Set.of("receive()", "receiveBody(Class)", "run()");

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

  static Stream<Class<?>> interfaces() {
    return Stream.of(
        ConnectionFactory.class,
        QueueConnectionFactory.class,
        TopicConnectionFactory.class,
        XAConnectionFactory.class,
        Connection.class,
        QueueConnection.class,
        TopicConnection.class,
        XAConnection.class,
        Session.class,
        QueueSession.class,
        TopicSession.class,
        XASession.class,
        MessageProducer.class,
        QueueSender.class,
        TopicPublisher.class,
        MessageConsumer.class,
        QueueReceiver.class,
        TopicSubscriber.class,
        JMSContext.class,
        XAJMSContext.class,
        JMSProducer.class,
        JMSConsumer.class);
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void callsGiveTheSameWithAndWithoutTracing(Class<?> type) throws Exception {
    for (Method method : methods(type)) {
      for (boolean closed : List.of(false, true)) {
        String plain = outcome(broker.inMemory(), type, method, closed);
        String traced = outcome(JmsTracing.trace(broker.inMemory()), type, method, closed);
        assertThat(traced).as("%s, closed: %s", method, closed).isEqualTo(plain);
      }
    }
    tracing.ignoreOthers();
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !WAITING.contains(signature(method)))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  private static String signature(Method method) {
    String parameters =
        String.join(",", Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList());
    return method.getName() + "(" + parameters + ")";
  }

  private static String outcome(
      ConnectionFactory factory, Class<?> type, Method method, boolean closed) throws Exception {
    try (Subjects subjects = new Subjects(factory)) {
      return Outcome.of(subjects.of(type), method, closed, subjects);
    }
  }
}
