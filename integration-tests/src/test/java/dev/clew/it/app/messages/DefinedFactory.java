// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactoryDefinition;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Queue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Sends parcels through a connection factory that the application defines. */
@JMSConnectionFactoryDefinition(
    name = DefinedFactory.NAME,
    // WildFly connects by HTTP otherwise, which asks for a user.
    properties = "connectors=in-vm")
@JMSDestinationDefinition(
    name = DefinedFactory.PARCELS,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "defined")
@Path("defined")
@RequestScoped
public class DefinedFactory {

  static final String NAME = "java:app/jms/factory";
  static final String PARCELS = "java:app/jms/defined";

  @Resource(lookup = PARCELS)
  private Queue parcels;

  @Resource(lookup = NAME)
  private ConnectionFactory factory;

  @GET
  public String send() {
    try (JMSContext context = factory.createContext()) {
      context.createProducer().send(parcels, "lamp");
      return "sent";
    }
  }
}
