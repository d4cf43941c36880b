// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSessionMode;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Sends orders through a context that the container injects. */
@Path("context")
@RequestScoped
public class ContextResource {

  @Inject
  @JMSConnectionFactory("java:comp/DefaultJMSConnectionFactory")
  @JMSSessionMode(JMSContext.AUTO_ACKNOWLEDGE)
  private JMSContext context;

  @Resource(lookup = Destinations.ORDERS)
  private Queue orders;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @GET
  @Path("request")
  public String inRequest() {
    context.createProducer().send(orders, "lamp");
    return "sent";
  }

  @GET
  @Path("transaction")
  @Transactional
  public String inTransaction() {
    context.createProducer().send(orders, "lamp");
    return "sent";
  }

  @GET
  @Path("undone")
  @Transactional
  public String undone() {
    context.createProducer().send(orders, "lamp");
    transaction.setRollbackOnly();
    return "not sent";
  }

  /** What an application may not do with a context of the container. */
  @GET
  @Path("refused")
  public long refused() {
    return Stream.<Runnable>of(
            context::start, context::stop, context::close, context::commit, context::recover)
        .filter(ContextResource::isRefused)
        .count();
  }

  private static boolean isRefused(Runnable action) {
    try {
      action.run();
      return false;
    } catch (IllegalStateRuntimeException refused) {
      return true;
    }
  }
}
