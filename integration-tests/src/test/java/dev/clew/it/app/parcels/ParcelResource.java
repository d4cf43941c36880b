// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.parcels;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Queue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Sends a parcel, with a text that says what is to become of it. */
@Path("parcels/{queue}/{fate}")
@RequestScoped
@JMSDestinationDefinition(
    name = ParcelResource.TRACED,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "traced")
@JMSDestinationDefinition(
    name = ParcelResource.DESCRIBED,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "described")
public class ParcelResource {

  static final String TRACED = "java:app/jms/traced";
  static final String DESCRIBED = "java:app/jms/described";

  @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
  private ConnectionFactory factory;

  @Resource(lookup = TRACED)
  private Queue traced;

  @Resource(lookup = DESCRIBED)
  private Queue described;

  @GET
  public String send(@PathParam("queue") String queue, @PathParam("fate") String fate) {
    try (JMSContext context = factory.createContext()) {
      context
          .createProducer()
          .setProperty("fragile", true)
          .send(queue.equals("traced") ? traced : described, fate);
      return "sent";
    }
  }
}
