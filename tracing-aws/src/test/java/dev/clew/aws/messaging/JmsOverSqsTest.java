// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import dev.clew.messaging.jms.JmsTracing;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** JMS by way of Amazon's SQS messaging library and ElasticMQ. It has no {@code JMSContext}. */
class JmsOverSqsTest {

  private static final long PATIENCE_MILLIS = 60_000;

  private static LocalSqs server;
  private static SqsClient sqs;

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private String name;
  private Connection connection;
  private Session session;
  private jakarta.jms.Queue queue;

  @BeforeAll
  static void start() {
    server = new LocalSqs();
    sqs = server.client();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.stop();
  }

  @BeforeEach
  void connect() throws JMSException {
    name = "jms-" + UUID.randomUUID();
    sqs.createQueue(create -> create.queueName(name));
    var factory =
        JmsTracing.trace(
            new SQSConnectionFactory(
                new ProviderConfiguration().withNumberOfMessagesToPrefetch(0), sqs));
    connection = factory.createConnection();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    queue = session.createQueue(name);
    connection.start();
  }

  @AfterEach
  void disconnect() throws JMSException {
    connection.close();
    tracing.ignoreOthers();
  }

  @Test
  void sendingIsOneProducerWithTheCallBelowIt() throws JMSException {
    FinishedSpan caller = send(session.createTextMessage("rope"));

    FinishedSpan sent = tracing.take("send " + name);
    FinishedSpan call = tracing.take("SQS.SendMessage");
    assertThat(sent.isChildOf(caller)).isTrue();
    assertThat(sent.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(call.isChildOf(sent)).isTrue();
    assertThat(call.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(call.attributes())
        .containsEntry("messaging.destination.name", name)
        .containsKey("http.response.status_code");
  }

  @Test
  void listenerGoesOnWithTheTraceOfTheSending() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    consumer().setMessageListener(message -> heard.add(names(message).toString()));

    send(session.createTextMessage("rope"));

    assertThat(heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
        .as("properties that the application sees")
        .doesNotContain("traceparent");
    FinishedSpan processed = tracing.take("process " + name);
    assertThat(processed.isChildOf(tracing.take("send " + name))).isTrue();
    assertThat(processed.kind()).isEqualTo(SpanKind.CONSUMER);
  }

  @Test
  void whatIsReceivedLinksToTheSending() throws JMSException {
    send(session.createTextMessage("rope"));
    Message received = consumer().receive(PATIENCE_MILLIS);

    assertThat(((TextMessage) received).getText()).isEqualTo("rope");
    assertThat(tracing.take("receive " + name).links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactly(tracing.take("send " + name).spanId());
  }

  /** SQS takes ten attributes, of which the library needs one for the type. */
  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9})
  void messageThatIsFullArrivesWithAllThatTheApplicationHasPutThere(int properties)
      throws JMSException {
    TextMessage message = session.createTextMessage("rope");
    for (int i = 0; i < properties; i++) {
      message.setStringProperty("own" + i, "value");
    }
    send(message);

    Message received = consumer().receive(PATIENCE_MILLIS);
    assertThat(names(received)).filteredOn(each -> each.startsWith("own")).hasSize(properties);
    int links = properties < 9 ? 1 : 0;
    assertThat(tracing.take("receive " + name).links()).hasSize(links);
  }

  @Test
  void answersAreTracedToo() throws JMSException {
    TextMessage message = session.createTextMessage("rope");
    message.setJMSReplyTo(queue);
    message.setJMSCorrelationID("7");
    for (int i = 0; i < 6; i++) {
      message.setStringProperty("own" + i, "value");
    }
    send(message);

    assertThat(consumer().receive(PATIENCE_MILLIS).getJMSCorrelationID()).isEqualTo("7");
  }

  @Test
  void messageThatIsSentAgainCarriesItsSecondSending() throws JMSException {
    Message message = session.createTextMessage("rope");
    send(message);
    tracing.take("send " + name);
    MessageConsumer consumer = consumer();
    consumer.receive(PATIENCE_MILLIS);
    tracing.take("receive " + name);

    send(message);
    consumer.receive(PATIENCE_MILLIS);

    assertThat(tracing.take("receive " + name).links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactly(tracing.take("send " + name).spanId());
  }

  private MessageConsumer consumer() throws JMSException {
    return session.createConsumer(queue);
  }

  /** Within a span of the application's. */
  private FinishedSpan send(Message message) throws JMSException {
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    Scope scope = caller.makeCurrent();
    try {
      session.createProducer(queue).send(message);
    } finally {
      scope.close();
      caller.end();
    }
    return tracing.take("caller");
  }

  private static List<String> names(Message message) {
    try {
      List<String> names = new ArrayList<>();
      for (Enumeration<?> all = message.getPropertyNames(); all.hasMoreElements(); ) {
        names.add(String.valueOf(all.nextElement()));
      }
      return names;
    } catch (JMSException failure) {
      throw new AssertionError(failure);
    }
  }
}
