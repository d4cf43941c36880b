// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Annotations that a resource inherits. */
public interface StrangeInterface {

  @GET
  @Path("inherited/{id:\\d{1,9}}")
  String inherited(@PathParam("id") String id);
}
