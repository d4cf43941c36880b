// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Sends orders through connection factories that it gets in every way. */
@Path("orders")
@RequestScoped
public class OrdersResource {

  @Resource(lookup = Destinations.ORDERS)
  private Queue orders;

  @Resource(lookup = Destinations.FACTORY)
  private ConnectionFactory field;

  private ConnectionFactory given;
  @Inject private ConnectionFactory produced;

  @Resource(lookup = Destinations.FACTORY)
  void setGiven(ConnectionFactory given) {
    this.given = given;
  }

  @GET
  @Path("field")
  public String byField() {
    return send(field);
  }

  @GET
  @Path("setter")
  public String bySetter() {
    return send(given);
  }

  @GET
  @Path("produced")
  public String byProducer() {
    return send(produced);
  }

  private String send(ConnectionFactory factory) {
    try (JMSContext context = factory.createContext()) {
      context.createProducer().send(orders, "lamp");
      return "sent";
    }
  }
}
