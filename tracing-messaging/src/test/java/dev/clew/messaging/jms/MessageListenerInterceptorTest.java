// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ResourceContainer;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.interceptor.Interceptors;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In Weld SE, which takes message-driven beans for others, and the test for the container. */
class MessageListenerInterceptorTest {

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

  @MessageDriven(name = "by annotation")
  @ApplicationScoped
  public static class ByAnnotation implements MessageListener {

    @Override
    public void onMessage(Message message) {
      if (message == null) {
        throw new IllegalStateException("nothing came");
      }
    }
  }

  @Interceptors(MessageListenerInterceptor.class)
  @ApplicationScoped
  public static class ByName implements MessageListener {

    @Override
    public void onMessage(Message message) {}
  }

  @MessageDriven
  @Interceptors(MessageListenerInterceptor.class)
  @ApplicationScoped
  public static class ByBoth implements MessageListener {

    @Override
    public void onMessage(Message message) {
      throw new IllegalStateException("no");
    }
  }

  @Interceptors(MessageListenerInterceptor.class)
  @ApplicationScoped
  public static class Forwarding implements MessageListener {

    @Resource private ConnectionFactory factory;
    private Object inPostConstruct;

    @PostConstruct
    void prepare() {
      inPostConstruct = factory;
    }

    @Override
    public void onMessage(Message message) {}

    Object inPostConstruct() {
      return inPostConstruct;
    }
  }

  @Interceptors(MessageListenerInterceptor.class)
  @ApplicationScoped
  public static class NoListener {

    public Object take(Message message) {
      return message;
    }
  }

  private static SeContainer start(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addExtensions(new JmsExtension())
        .initialize();
  }

  /** A message that was sent with a trace of its own. */
  private static Message message() {
    try (JMSContext context = broker.inMemory().createContext()) {
      Queue queue = context.createQueue("parcels");
      try (JMSContext traced = JmsTracing.trace(broker.inMemory()).createContext()) {
        traced.createProducer().send(queue, "lamp");
      }
      return context.createConsumer(queue).receive(20_000);
    }
  }

  @Test
  void messageDrivenBeanIsTracedByItsAnnotation() {
    try (SeContainer container = start(ByAnnotation.class)) {
      container.select(ByAnnotation.class).get().onMessage(message());
    }

    FinishedSpan sent = tracing.take("send parcels");
    FinishedSpan processed = tracing.takeOne();
    assertThat(processed.name()).isEqualTo("process parcels");
    assertThat(processed.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(processed.isChildOf(sent)).isTrue();
  }

  @Test
  void listenerThatNamesTheInterceptorIsTraced() {
    try (SeContainer container = start(ByName.class)) {
      container.select(ByName.class).get().onMessage(message());
    }

    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::kind)
        .containsExactly(SpanKind.PRODUCER, SpanKind.CONSUMER);
  }

  @Test
  void bothWaysTogetherGiveOneSpanAndItsFailure() {
    try (SeContainer container = start(ByBoth.class)) {
      ByBoth bean = container.select(ByBoth.class).get();

      assertThatThrownBy(() -> bean.onMessage(message())).isInstanceOf(IllegalStateException.class);
    }

    FinishedSpan processed = tracing.takeAll(2).get(1);
    assertThat(processed.status()).isEqualTo(StatusCode.ERROR);
    assertThat(processed.events()).hasSize(1);
  }

  @Test
  void linksInsteadOfFollowingWhereThatIsWanted() {
    tracing.configure(Map.of("clew.messaging.consumer", "link"));
    try (SeContainer container = start(ByAnnotation.class)) {
      container.select(ByAnnotation.class).get().onMessage(message());
    }

    FinishedSpan sent = tracing.take("send parcels");
    FinishedSpan processed = tracing.takeOne();
    assertThat(processed.isRoot()).isTrue();
    assertThat(processed.links())
        .singleElement()
        .satisfies(link -> assertThat(link.spanId()).isEqualTo(sent.spanId()));
  }

  @Test
  void whatIsNoListenersCallIsLeftAlone() {
    Message message = message();
    tracing.take("send parcels");
    try (SeContainer container = start(ByAnnotation.class, NoListener.class)) {
      ByAnnotation listener = container.select(ByAnnotation.class).get();

      assertThat(container.select(NoListener.class).get().take(message)).isSameAs(message);
      assertThatThrownBy(() -> listener.onMessage(null)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void nothingIsTracedWhereSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.jms.enabled", "false"));
    try (SeContainer container = start(ByAnnotation.class)) {
      container.select(ByAnnotation.class).get().onMessage(message());
    }
  }

  @Test
  void whatNoExtensionHasSeenInjectedIsTracedBeforeTheBeanStarts() {
    try (SeContainer container =
        ResourceContainer.of(place -> broker.inMemory()).start(Forwarding.class)) {
      assertThat(container.select(Forwarding.class).get().inPostConstruct())
          .isInstanceOf(Decorated.class);
    }
  }
}
