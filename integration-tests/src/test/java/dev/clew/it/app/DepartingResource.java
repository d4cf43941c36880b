// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/**
 * Of an application that comes and goes; no other has this class, which tells whether it is gone.
 */
@Path("departing")
public class DepartingResource {

  @Inject Shelf shelf;

  @GET
  public String find() {
    return shelf.find("lamp");
  }
}
