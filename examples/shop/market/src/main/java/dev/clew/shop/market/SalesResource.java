// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** What was sold, over HTTP. */
@Path("sales")
@RequestScoped
public class SalesResource {

  @Inject SalesBoard board;

  /** How many of each product. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Integer> sold() {
    return board.sold();
  }
}
