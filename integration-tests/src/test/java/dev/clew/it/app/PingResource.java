// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** As small as a resource can be, and a bean, as in most applications. */
@Path("ping")
@RequestScoped
public class PingResource {

  @GET
  public String ping() {
    return "pong";
  }
}
