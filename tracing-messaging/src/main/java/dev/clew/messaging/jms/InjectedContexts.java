// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.inject.InjectedBeans;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.jms.JMSContext;

/**
 * The container's own contexts, as in {@code @Inject JMSContext} (JMS 3.1, 12.4). What stands
 * beside that annotation is no qualifier, and the container reads it still where it was written.
 */
final class InjectedContexts {

  private InjectedContexts() {}

  static InjectedBeans beans() {
    return new InjectedBeans(
        JmsExtension.class,
        InjectedContexts::isContainers,
        (type, context) -> ConnectionFactories.tracedIfEnabled(context));
  }

  /** Any other qualifier is one of the application's own beans. */
  private static boolean isContainers(InjectionPoint point) {
    return point.getType() == JMSContext.class
        && point.getQualifiers().contains(Default.Literal.INSTANCE);
  }
}
