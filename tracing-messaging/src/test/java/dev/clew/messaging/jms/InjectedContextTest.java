// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSessionMode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Contexts that a container injects, with a producer in place of the container's bean. */
class InjectedContextTest {

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

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Own {}

  public static class Container {

    static final List<String> MADE = new ArrayList<>();
    static final List<Object> CLOSED = new ArrayList<>();

    @Produces
    JMSContext context(InjectionPoint place) {
      JMSConnectionFactory factory = place.getAnnotated().getAnnotation(JMSConnectionFactory.class);
      JMSSessionMode mode = place.getAnnotated().getAnnotation(JMSSessionMode.class);
      MADE.add(factory.value() + " " + mode.value());
      return broker.inMemory().createContext(mode.value());
    }

    void close(@Disposes JMSContext context) {
      CLOSED.add(context);
      context.close();
    }

    @Produces
    @Own
    JMSContext own() {
      return broker.inMemory().createContext();
    }

    void closeOwn(@Disposes @Own JMSContext context) {
      context.close();
    }
  }

  @ApplicationScoped
  public static class Orders {

    @Inject
    @JMSConnectionFactory("jms/orders")
    @JMSSessionMode(JMSContext.DUPS_OK_ACKNOWLEDGE)
    private JMSContext context;

    @Inject @Own private JMSContext own;

    JMSContext context() {
      return context;
    }

    JMSContext own() {
      return own;
    }
  }

  private static SeContainer start(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addExtensions(new JmsExtension())
        .initialize();
  }

  @Test
  void injectedContextIsTracedAndClosedByTheContainer() {
    Container.MADE.clear();
    Container.CLOSED.clear();
    try (SeContainer container = start(Container.class, Orders.class)) {
      JMSContext context = container.select(Orders.class).get().context();
      context.createProducer().send(context.createQueue("orders"), "lamp");
    }

    assertThat(tracing.takeOne().name()).isEqualTo("send orders");
    assertThat(Container.MADE).containsExactly("jms/orders " + JMSContext.DUPS_OK_ACKNOWLEDGE);
    assertThat(Container.CLOSED).hasSize(1).noneMatch(Decorated.class::isInstance);
  }

  @Test
  void contextsOfTheApplicationItselfStayAsTheyAre() {
    try (SeContainer container = start(Container.class, Orders.class)) {
      assertThat(container.select(Orders.class).get().own()).isNotInstanceOf(Decorated.class);
    }
  }

  @Test
  void contextsStayAsTheyAreWhereSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.jms.enabled", "false"));
    try (SeContainer container = start(Container.class, Orders.class)) {
      assertThat(container.select(Orders.class).get().context()).isNotInstanceOf(Decorated.class);
    }
  }

  @Test
  void contextThatNobodyOffersFailsTheDeploymentAsItWouldWithout() {
    assertThatThrownBy(() -> start(Orders.class).close())
        .hasMessageContaining("WELD-001408")
        .hasMessageContaining("JMSContext")
        .hasMessageNotContaining("clew.instrument.inject.Wrapped");
  }
}
