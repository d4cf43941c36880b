// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the parts of {@link MessagingContract} have in common: connections and queues. */
abstract class MessagingFixture {

  static final long WAIT_MILLIS = 20_000;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  final String queueName = "orders" + NUMBER.incrementAndGet();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** The provider's own factory; queues and topics come into being when they are used. */
  protected abstract ConnectionFactory provider() throws Exception;

  /** The same, traced by the adapter with what {@code Tracing.current()} gives. */
  protected abstract ConnectionFactory traced(ConnectionFactory provider) throws Exception;

  /** What adapter and provider can do; every constant is declared. */
  protected abstract Capabilities<MessagingCapability> capabilities();

  @AfterEach
  void closeAll() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  final void require(MessagingCapability capability) {
    capabilities().require(capability);
  }

  final void configure(String key, String value) {
    tracing.configure(Map.of(key, value));
  }

  final ConnectionFactory factory() throws Exception {
    return traced(provider());
  }

  /** A traced context, for one thread. */
  final JMSContext context() throws Exception {
    return closedLater(factory().createContext());
  }

  final JMSContext context(int mode) throws Exception {
    return closedLater(factory().createContext(mode));
  }

  /** A context of somebody who is not traced. */
  final JMSContext outside() throws Exception {
    return closedLater(provider().createContext());
  }

  /** A traced connection that delivers. */
  final Connection connection() throws Exception {
    Connection connection = closedLater(factory().createConnection());
    connection.start();
    return connection;
  }

  final Session session() throws Exception {
    return connection().createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  final <C extends AutoCloseable> C closedLater(C closeable) {
    open.push(closeable);
    return closeable;
  }

  /** The test's own queue. */
  final Queue queue(JMSContext context) {
    return context.createQueue(queueName);
  }

  final Queue queue(Session session) throws JMSException {
    return session.createQueue(queueName);
  }

  /** Sends a text to the test's queue. */
  final void send(String text) throws Exception {
    try (JMSContext context = factory().createContext()) {
      context.createProducer().send(queue(context), text);
    }
  }

  /** Waits for a message in the test's queue. */
  final Message receive() throws Exception {
    return receive(factory());
  }

  /** Waits for a message as somebody does who is not traced. */
  final Message receiveOutside() throws Exception {
    return receive(provider());
  }

  /** Closes the consumer, which could take messages that are meant for the next one. */
  private Message receive(ConnectionFactory from) {
    try (JMSContext context = from.createContext()) {
      return context.createConsumer(queue(context)).receive(WAIT_MILLIS);
    }
  }

  final JMSConsumer listen(MessageListener listener) throws Exception {
    JMSContext context = context();
    JMSConsumer consumer = context.createConsumer(queue(context));
    consumer.setMessageListener(listener);
    return consumer;
  }

  /** What an action does is in a trace of the application's. */
  final void within(String name, QuietLog.Action action) throws Exception {
    Span span = tracing.tracer().spanBuilder(name).startSpan();
    Scope scope = span.makeCurrent();
    try {
      action.run();
    } finally {
      scope.close();
      span.end();
    }
  }

  final FinishedSpan sent() {
    return tracing.take("send " + queueName);
  }

  final FinishedSpan received() {
    return tracing.take("receive " + queueName);
  }

  final FinishedSpan processed() {
    return tracing.take("process " + queueName);
  }

  /** The names of the properties that an application sees, without those of JMS itself. */
  static List<String> propertyNames(Message message) throws JMSException {
    List<String> names = new ArrayList<>();
    Enumeration<?> all = message.getPropertyNames();
    for (Object name : Collections.list(all)) {
      if (!name.toString().startsWith("JMSX")) {
        names.add(name.toString());
      }
    }
    return names;
  }

  static boolean isLinked(FinishedSpan span, FinishedSpan to) {
    return span.links().stream()
        .anyMatch(link -> link.traceId().equals(to.traceId()) && link.spanId().equals(to.spanId()));
  }
}
