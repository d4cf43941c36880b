// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.ContainerResources;
import dev.clew.instrument.inject.OptionalApi;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessProducer;

/**
 * Puts tracing around what the container gives an application of JMS, without touching the
 * application: in fields and setters with {@code @Resource}, and where a producer gives one to
 * other beans. Found by the container; nothing for applications to call. Does nothing where there
 * is no JMS, and names no type of it for that reason.
 */
public class JmsExtension implements Extension {

  /** {@code null} where there is no JMS. */
  private final ContainerResources factories =
      isPresent("jakarta.jms.JMSContext")
          ? new ContainerResources(new ConnectionFactories())
          : null;

  /** Made by the container. */
  public JmsExtension() {}

  void bind(@Observes BeforeBeanDiscovery event) {
    if (factories != null && isPresent("jakarta.ejb.MessageDriven")) {
      Guard.run("bind to message-driven beans", () -> MessageDrivenBinding.register(event));
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

  private static boolean isPresent(String type) {
    return OptionalApi.isPresent(type, JmsExtension.class);
  }
}
