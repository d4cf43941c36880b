// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** What can be sent and asked, as OpenAPI 3 describes it. */
@Path("/openapi.json")
@ApplicationScoped
public class OpenApiResource {

  /** The document; a test compares it with the resources that there are. */
  @GET
  public Response document() throws IOException {
    try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      return Response.ok(document.readAllBytes(), MediaType.APPLICATION_JSON).build();
    }
  }
}
