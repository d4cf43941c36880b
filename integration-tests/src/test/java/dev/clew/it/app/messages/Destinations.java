// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.ejb.Singleton;
import jakarta.jms.JMSDestinationDefinition;

/** What the application asks of the container. */
@Singleton
@JMSDestinationDefinition(
    name = Destinations.ORDERS,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "orders")
public class Destinations {

  static final String FACTORY = "java:comp/DefaultJMSConnectionFactory";
  static final String ORDERS = "java:app/jms/orders";
}
