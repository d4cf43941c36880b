// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueReceiver;
import jakarta.jms.QueueSender;
import jakarta.jms.QueueSession;
import jakarta.jms.ServerSessionPool;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import jakarta.jms.TopicConnection;
import jakarta.jms.TopicPublisher;
import jakarta.jms.TopicSession;
import jakarta.jms.TopicSubscriber;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XAJMSContext;
import jakarta.jms.XASession;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects to call methods of, all of one connection, and arguments for the calls. */
final class Subjects implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ConnectionFactory factory;
  private final Connection connection;
  private final Session session;
  private final XAConnection xaConnection;
  private final XAJMSContext context;
  private final Queue queue;
  private final Topic topic;
  private final Message message;
  private final int number = NUMBER.incrementAndGet();

  Subjects(ConnectionFactory factory) throws JMSException {
    this.factory = factory;
    this.connection = factory.createConnection();
    this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.xaConnection = ((XAConnectionFactory) factory).createXAConnection();
    this.context = ((XAConnectionFactory) factory).createXAContext();
    this.queue = session.createQueue("queue" + number);
    this.topic = session.createTopic("topic" + number);
    this.message = session.createTextMessage("text");
    session.createConsumer(queue).close();
  }

  Object of(Class<?> type) throws JMSException {
    Map<Class<?>, Making> all =
        Map.ofEntries(
            Map.entry(Connection.class, () -> connection),
            Map.entry(QueueConnection.class, () -> (QueueConnection) connection),
            Map.entry(TopicConnection.class, () -> (TopicConnection) connection),
            Map.entry(XAConnection.class, () -> xaConnection),
            Map.entry(Session.class, () -> session),
            Map.entry(QueueSession.class, () -> (QueueSession) session),
            Map.entry(TopicSession.class, () -> (TopicSession) session),
            Map.entry(XASession.class, xaConnection::createXASession),
            Map.entry(MessageProducer.class, () -> session.createProducer(queue)),
            Map.entry(QueueSender.class, () -> ((QueueSession) session).createSender(null)),
            Map.entry(TopicPublisher.class, () -> ((TopicSession) session).createPublisher(topic)),
            Map.entry(MessageConsumer.class, () -> session.createConsumer(queue)),
            Map.entry(QueueReceiver.class, () -> ((QueueSession) session).createReceiver(queue)),
            Map.entry(
                TopicSubscriber.class, () -> ((TopicSession) session).createSubscriber(topic)),
            Map.entry(JMSContext.class, factory::createContext),
            Map.entry(XAJMSContext.class, () -> context),
            Map.entry(JMSProducer.class, context::createProducer),
            Map.entry(JMSConsumer.class, () -> context.createConsumer(queue)));
    Making making = all.get(type);
    return making == null ? factory : making.make();
  }

  Message message() {
    return message;
  }

  /** Something to give for a parameter of that type. */
  Object argument(Class<?> type, CountDownLatch completed) {
    Map<Class<?>, Object> all =
        Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(byte.class, (byte) 7),
            Map.entry(short.class, (short) 7),
            Map.entry(int.class, 1),
            Map.entry(long.class, 300L),
            Map.entry(float.class, 7f),
            Map.entry(double.class, 7d),
            Map.entry(String.class, "text = " + number),
            Map.entry(Object.class, 7L),
            Map.entry(java.io.Serializable.class, "serializable"),
            Map.entry(byte[].class, new byte[] {7}),
            Map.entry(Map.class, Map.of("key", "value")),
            Map.entry(Class.class, String.class),
            Map.entry(Destination.class, queue),
            Map.entry(Queue.class, queue),
            Map.entry(Topic.class, topic),
            Map.entry(Message.class, message),
            Map.entry(MessageListener.class, (MessageListener) ignored -> {}),
            Map.entry(ExceptionListener.class, (ExceptionListener) ignored -> {}),
            Map.entry(ServerSessionPool.class, (ServerSessionPool) () -> null),
            Map.entry(CompletionListener.class, new Completion(completed)));
    return all.get(type);
  }

  @Override
  public void close() throws JMSException {
    context.close();
    xaConnection.close();
    connection.close();
  }

  @FunctionalInterface
  private interface Making {
    Object make() throws JMSException;
  }

  private record Completion(CountDownLatch completed) implements CompletionListener {

    @Override
    public void onCompletion(Message message) {
      completed.countDown();
    }

    @Override
    public void onException(Message message, Exception failure) {
      completed.countDown();
    }
  }
}
