// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** As small as a resource can be. */
@Path("ping")
public class PingResource {

  @GET
  public String ping() {
    return "pong";
  }
}
