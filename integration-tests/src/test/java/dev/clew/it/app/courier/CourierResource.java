// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends for couriers; below {@code quiet} without a span. */
@Path("courier")
@RequestScoped
public class CourierResource {

  private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

  @EJB Courier courier;
  @Inject Courier injected;
  @EJB PostOffice office;

  @GET
  @Path("deliver")
  public String deliver() throws Exception {
    return courier.deliver("7").get() + ", " + injected.deliver("8").get();
  }

  @GET
  @Path("stamp")
  public String stamp() throws Exception {
    return office.stamp("7").get();
  }

  @GET
  @Path("meet")
  public String meet() throws Exception {
    return courier.meet().get();
  }

  @GET
  @Path("refuse")
  public String refuse() {
    courier.refuse();
    return "asked";
  }

  @GET
  @Path("later")
  public String later() throws Exception {
    courier.fileLater();
    return "left";
  }

  @GET
  @Path("start")
  public String startThread() throws Exception {
    return POOL.submit(() -> "started").get();
  }

  @GET
  @Path("quiet/release")
  public String release() {
    Courier.release();
    return "released";
  }

  @GET
  @Path("quiet/deliver")
  public String deliverWithoutSpan() throws Exception {
    return courier.deliver("7").get();
  }

  @GET
  @Path("quiet/thread")
  public String deliverFromStartedThread() throws Exception {
    try {
      return POOL.submit(() -> courier.deliver("7").get()).get();
    } finally {
      POOL.shutdown();
    }
  }
}
