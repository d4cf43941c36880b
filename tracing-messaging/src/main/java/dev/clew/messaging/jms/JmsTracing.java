// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.XAConnectionFactory;

/**
 * Traces what is sent and received by way of a connection factory or a context of a JMS provider.
 * The container's are found without this; it is for factories that an application makes itself.
 *
 * <p>Messages and destinations stay the provider's own objects. Nothing here throws, and what is
 * traced already is given back as it is.
 */
public final class JmsTracing {

  private JmsTracing() {}

  /**
   * A traced connection factory.
   *
   * @return one that has the interfaces for queues, topics and, where the given one has them, XA;
   *     {@code null} for {@code null}
   */
  public static ConnectionFactory trace(ConnectionFactory factory) {
    return (ConnectionFactory) decorated(factory);
  }

  /** The same for a factory of connections that take part in distributed transactions. */
  public static XAConnectionFactory traceXa(XAConnectionFactory factory) {
    return (XAConnectionFactory) decorated(factory);
  }

  /** The same for a context. */
  public static JMSContext trace(JMSContext context) {
    return (JMSContext) decorated(context);
  }

  /**
   * Whatever it is: traced where it is a connection factory or a context, else as it is.
   *
   * @param given may be {@code null}
   */
  public static Object decorated(Object given) {
    if (given instanceof Decorated<?>) {
      return given;
    }
    if (given instanceof XAConnectionFactory) {
      return new TracedXaConnectionFactory(given);
    }
    if (given instanceof ConnectionFactory) {
      return new TracedConnectionFactory(given);
    }
    return given instanceof JMSContext context
        ? TracedContext.of(context, JmsTracer.current(null))
        : given;
  }
}
