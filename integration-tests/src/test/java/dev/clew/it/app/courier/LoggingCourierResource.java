// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Asks for what logs would show; below {@code quiet} without a span. */
@Path("courier")
@RequestScoped
public class LoggingCourierResource {

  @EJB LoggingCourier courier;
  @EJB PostOffice office;

  @GET
  @Path("mdc")
  public String mdc() throws Exception {
    return courier.mdc().get();
  }

  @GET
  @Path("quiet/mdc")
  public String mdcWithoutSpan() throws Exception {
    return courier.mdc().get();
  }

  @GET
  @Path("stamp")
  public String stamp() throws Exception {
    return office.stamp("7").get();
  }
}
