// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.ContainerResources;
import dev.clew.instrument.inject.InjectedBeans;
import dev.clew.instrument.inject.OptionalApi;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.messaging.MessagingOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessProducer;

/**
 * Puts tracing around what the container gives an application of JMS, without touching the
 * application: in fields and setters with {@code @Resource}, where a producer gives one to other
 * beans, where a context is injected, and around message-driven beans. Found by the container;
 * nothing for applications to call. Does nothing where there is no JMS, and names no type of it for
 * that reason.
 */
public class JmsExtension implements Extension {

  /** After all others, which are to see what the application has written. */
  private static final int LAST = Integer.MAX_VALUE;

  private final boolean isGiven = isPresent("jakarta.jms.JMSContext");

  /** {@code null} where there is no JMS, as is the next. */
  private final ContainerResources factories =
      isGiven ? new ContainerResources(new ConnectionFactories()) : null;

  private final InjectedBeans contexts = isGiven ? InjectedContexts.beans() : null;

  /** Made by the container. */
  public JmsExtension() {}

  void bind(@Observes BeforeBeanDiscovery event) {
    if (isGiven && isPresent("jakarta.ejb.MessageDriven")) {
      try {
        MessageDrivenBinding.register(event);
      } catch (Throwable failure) {
        Guard.failed("bind to message-driven beans", failure);
      }
    }
  }

  <T> void injectTraced(@Observes ProcessInjectionTarget<T> event) {
    if (factories != null) {
      factories.injected(event);
    }
  }

  <T, X> void produceTraced(@Observes ProcessProducer<T, X> event) {
    if (factories != null) {
      factories.produced(event);
    }
  }

  <T, X> void move(@Observes @Priority(LAST) ProcessInjectionPoint<T, X> event) {
    if (contexts != null) {
      contexts.move(event);
    }
  }

  void addBeans(@Observes @Priority(LAST) AfterBeanDiscovery event, BeanManager manager) {
    if (contexts != null) {
      contexts.addBeans(event, manager);
    }
  }

  /** What is wrong with the configuration is to be known before the first message. */
  void readOptions(@Observes @Initialized(ApplicationScoped.class) Object event) {
    Guard.run(
        "read the options of JMS",
        () -> MessagingOptions.all().forEach(Tracing.current().settings()::get));
  }

  private static boolean isPresent(String type) {
    return OptionalApi.isPresent(type, JmsExtension.class);
  }
}
