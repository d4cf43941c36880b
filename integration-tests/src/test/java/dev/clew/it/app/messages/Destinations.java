// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.ejb.Singleton;
import jakarta.jms.JMSConnectionFactoryDefinition;
import jakarta.jms.JMSDestinationDefinition;

/** What the application asks of the container. */
@Singleton
@JMSConnectionFactoryDefinition(
    name = Destinations.FACTORY,
    // WildFly connects by HTTP otherwise, which asks for a user.
    properties = "connectors=in-vm")
@JMSDestinationDefinition(
    name = Destinations.ORDERS,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "orders")
public class Destinations {

  static final String FACTORY = "java:app/jms/factory";
  static final String ORDERS = "java:app/jms/orders";
}
