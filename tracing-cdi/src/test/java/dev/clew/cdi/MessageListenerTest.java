// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.instrument.messaging.Correlation;
import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessageView;
import dev.clew.instrument.messaging.MessagingSpan;
import dev.clew.instrument.messaging.MessagingTracer;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The method that processes a message has its consumer span, and needs no other. */
class MessageListenerTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  private final Message message =
      (Message)
          Proxy.newProxyInstance(
              Message.class.getClassLoader(),
              new Class<?>[] {Message.class},
              (proxy, method, arguments) -> "a message");

  @Traced(operationName = "listen")
  @ApplicationScoped
  public static class Listener implements MessageListener {

    @Override
    public void onMessage(@SpanTag("app.message") Message message) {}

    public void onMessage(String text) {}
  }

  @Traced
  @ApplicationScoped
  public static class Failing implements MessageListener {

    @Override
    public void onMessage(Message message) {
      throw new IllegalStateException("no");
    }
  }

  @Test
  void theConsumerSpanStandsForTheListener() {
    Listener listener = weld.bean(Listener.class);
    process(() -> listener.onMessage(message));

    FinishedSpan consumer = tracing.takeOne();
    assertThat(consumer.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(consumer.attributes()).containsEntry("app.message", "a message");
  }

  @Test
  void onlyTheFirstCallWithTheMessageIsTheListeners() {
    Listener listener = weld.bean(Listener.class);
    process(
        () -> {
          listener.onMessage(message);
          listener.onMessage(message);
        });

    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::kind)
        .containsExactly(SpanKind.INTERNAL, SpanKind.CONSUMER);
  }

  @Test
  void otherMethodsAndOtherMessagesKeepTheirSpans() {
    Listener listener = weld.bean(Listener.class);
    process(
        () -> {
          listener.onMessage("text");
          listener.onMessage((Message) null);
        });

    assertThat(tracing.takeAll(3))
        .extracting(FinishedSpan::name)
        .containsExactly("listen", "listen", "process orders");
  }

  @Test
  void whereNobodyTracesTheMessageTheListenerKeepsItsSpan() {
    weld.bean(Listener.class).onMessage(message);

    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void itsExceptionIsAnEventOfTheConsumerSpan() {
    Failing listener = weld.bean(Failing.class);

    assertThatThrownBy(() -> process(() -> listener.onMessage(message)))
        .isInstanceOf(IllegalStateException.class);
    List<FinishedSpan.Event> events = tracing.takeOne().events();
    assertThat(events).extracting(FinishedSpan.Event::name).containsExactly("exception");
  }

  /** As an adapter for messages does. */
  private void process(Runnable listener) {
    MessagingTracer tracer = new MessagingTracer(tracing.openTelemetry(), Correlation.PARENT);
    MessagingSpan span =
        tracer.process(new MessageDestination("jms", "orders", false), new View(message));
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      listener.run();
    } finally {
      span.end();
    }
    assertThat(span.isProcessing(message)).isFalse();
  }

  private record View(Message message) implements MessageView {

    @Override
    public String property(String name) {
      return null;
    }

    @Override
    public void setProperty(String name, String value) {}

    @Override
    public Iterable<String> propertyNames() {
      return List.of();
    }

    @Override
    public boolean isSent() {
      return true;
    }

    @Override
    public String id() {
      return null;
    }

    @Override
    public String conversationId() {
      return null;
    }
  }
}
