// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Sends a message to the listener of its application, and waits until it is there. */
@Path("departing")
@RequestScoped
public class DepartingSender {

  @Inject JMSContext messages;

  @Resource(lookup = DepartingListener.QUEUE)
  Queue departures;

  @GET
  public String send() throws InterruptedException {
    messages.createProducer().send(departures, "lamp");
    DepartingListener.GONE.acquire();
    return "gone";
  }
}
