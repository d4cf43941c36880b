// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.inject.ResourceKind;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.messaging.MessagingOptions;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.QueueConnectionFactory;
import jakarta.jms.TopicConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XAQueueConnectionFactory;
import jakarta.jms.XATopicConnectionFactory;
import java.util.Set;

/** The connection factories that the container gives to an application. */
final class ConnectionFactories implements ResourceKind {

  @Override
  public Set<Class<?>> types() {
    return Set.of(
        ConnectionFactory.class,
        QueueConnectionFactory.class,
        TopicConnectionFactory.class,
        XAConnectionFactory.class,
        XAQueueConnectionFactory.class,
        XATopicConnectionFactory.class);
  }

  @Override
  public Object traced(Object given) {
    return tracedIfEnabled(given);
  }

  @Override
  public Object bare(Object traced) {
    return Decorated.behind(traced);
  }

  /** The same for a context of the container. */
  static Object tracedIfEnabled(Object given) {
    return Tracing.current().settings().get(MessagingOptions.JMS_ENABLED)
        ? JmsTracing.decorated(given)
        : given;
  }
}
