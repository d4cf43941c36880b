// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** What was moved, over HTTP. */
@Path("movements")
@RequestScoped
public class MovementResource {

  @Inject Ledger ledger;

  /** How many movements were noted with a word. */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public long count(@NotBlank @QueryParam("word") String word) {
    return ledger.count(word.toLowerCase(Locale.ROOT));
  }
}
