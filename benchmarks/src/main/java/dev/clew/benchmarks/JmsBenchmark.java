// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import brave.Tracing;
import dev.clew.benchmarks.tracer.BraveTracing;
import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.messaging.jms.JmsTracing;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A text message to a queue of an Artemis broker in this process, and back. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class JmsBenchmark {

  private Connection connection;
  private Session session;
  private MessageProducer producer;
  private MessageConsumer consumer;

  /** Connects this thread, with a queue of its own. */
  @Setup
  public void connect(Broker broker) throws JMSException {
    connection = broker.traced.createConnection();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    Queue queue = session.createTemporaryQueue();
    producer = session.createProducer(queue);
    consumer = session.createConsumer(queue);
    connection.start();
  }

  /** Disconnects it. */
  @TearDown
  public void disconnect() throws JMSException {
    connection.close();
  }

  /** One message. */
  @Benchmark
  public Message message() throws JMSException {
    producer.send(session.createTextMessage("order 7"));
    return consumer.receive();
  }

  /** The broker, and who traces. */
  @State(Scope.Benchmark)
  public static class Broker {

    private static final String MEMORY = "vm://7";

    /** Nobody, Clew, or Brave's own instrumentation. */
    @Param("clew")
    public String tracer;

    /** How many traces are recorded. */
    @Param("1")
    public double rate;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private ActiveMQConnectionFactory memory;
    private ConnectionFactory traced;
    private AutoCloseable tracing;

    /** Starts them. */
    @Setup
    public void start() throws Exception {
      server.setConfiguration(
          new ConfigurationImpl()
              .setPersistenceEnabled(false)
              .setSecurityEnabled(false)
              .setJMXManagementEnabled(false)
              .addAcceptorConfiguration("memory", MEMORY));
      server.start();
      memory = new ActiveMQConnectionFactory(MEMORY);
      traced = trace();
    }

    private ConnectionFactory trace() {
      switch (tracer) {
        case "none":
          tracing = () -> {};
          return memory;
        case "clew":
          tracing = new ClewTracing(rate);
          return JmsTracing.trace(memory);
        case "brave":
          Tracing peer = BraveTracing.start(rate, () -> {});
          tracing = peer;
          return brave.jakarta.jms.JmsTracing.create(peer).connectionFactory(memory);
        default:
          throw new IllegalArgumentException(tracer);
      }
    }

    /** Stops them. */
    @TearDown
    public void stop() throws Exception {
      memory.close();
      server.stop();
      tracing.close();
    }
  }
}
