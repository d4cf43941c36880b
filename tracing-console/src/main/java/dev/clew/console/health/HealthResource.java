// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.health;

import dev.clew.api.Traced;
import dev.clew.console.access.Open;
import dev.clew.console.ingest.Intake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Liveness and readiness, at the paths and with the answers of MicroProfile Health. */
@Path("/health")
@Open
@ApplicationScoped
@Traced(false)
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject Intake intake;

  /** Whether the process answers. */
  @GET
  @Path("/live")
  public Response live() {
    return answer(true);
  }

  /** Whether spans are taken: that which stores them runs, and there is room for more. */
  @GET
  @Path("/ready")
  public Response ready() {
    return answer(intake.isReady());
  }

  private static Response answer(boolean up) {
    return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"checks\":[]}")
        .build();
  }
}
