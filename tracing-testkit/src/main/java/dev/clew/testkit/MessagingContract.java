// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XASession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * How every JMS adapter behaves. An adapter's test extends this, connects to a real provider, and
 * declares what can be done there.
 *
 * <p>Beside what the methods say, each test fails on a span that is not finished, finished twice,
 * orphaned or too many, and on a scope that is left open on any thread: see {@link
 * TracingExtension}.
 */
public abstract class MessagingContract extends MessagingOutcome {

  /** For subclasses. */
  protected MessagingContract() {}

  @Test
  void tracesSessionsOfDistributedTransactions() throws Exception {
    require(MessagingCapability.XA);
    XAConnectionFactory factory = (XAConnectionFactory) factory();
    XAConnection connection = closedLater(factory.createXAConnection());
    XASession session = connection.createXASession();
    assertThat(session.getXAResource()).isNotNull();
    Session inner = session.getSession();
    inner.createProducer(queue(inner)).send(inner.createTextMessage("one"));

    sent();
  }

  @Test
  void tracesContextsOfDistributedTransactions() throws Exception {
    require(MessagingCapability.XA);
    JMSContext context = closedLater(((XAConnectionFactory) factory()).createXAContext());
    context.createProducer().send(queue(context), "one");

    sent();
  }

  @Test
  void decoratorsAreEqualWhereProvidersObjectsAre() throws Exception {
    var provider = provider();

    assertThat(traced(provider)).isEqualTo(traced(provider)).isNotEqualTo(provider);
    assertThat(traced(provider).hashCode()).isEqualTo(traced(provider).hashCode());
    assertThat(traced(provider).toString()).isEqualTo(provider.toString());
  }

  @Test
  void whatIsTracedIsNotTracedTwice() throws Exception {
    JMSContext context = closedLater(traced(factory()).createContext());
    context.createProducer().send(queue(context), "one");

    sent();
  }

  @Test
  void nothingIsSentThoughNothingIsGiven() throws Exception {
    try (Connection plain = provider().createConnection()) {
      Session outside = plain.createSession();
      Class<?> failure = failureOfNull(outside).getClass();
      assertThat(failureOfNull(session())).isExactlyInstanceOf(failure);
    }
    assertThat(sent().text("error.type")).isNotEmpty();
  }

  @Test
  void bodyOfAnotherTypeFailsAsWithoutTracing() throws Exception {
    send("one");
    sent();
    Message message = receive();
    received();

    assertThatThrownBy(() -> message.getBody(Integer.class))
        .isInstanceOf(MessageFormatException.class);
  }

  @Test
  void deliversThoughTracingThrows() throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      QuietLog.during(
          () -> {
            send("received");
            assertThat(receive().getBody(String.class)).isEqualTo("received");
            CompletableFuture<String> text = new CompletableFuture<>();
            listen(message -> complete(text, message));
            send("processed");
            assertThat(text.get(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("processed");
            closeAll();
          });
    }
  }

  private Exception failureOfNull(Session session) throws Exception {
    try {
      session.createProducer(queue(session)).send(null);
      throw new AssertionError("nothing was sent, and nothing failed");
    } catch (jakarta.jms.JMSException | RuntimeException failure) {
      return failure;
    }
  }
}
