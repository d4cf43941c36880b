// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.ingest.Intake;
import dev.clew.console.ingest.Received;
import dev.clew.console.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The health of tracing itself. */
@Path("/api/v1/tracing")
@ApplicationScoped
public class TracingResource {

  @Inject TraceQueries queries;
  @Inject Intake intake;

  /**
   * What came since the collector started, and, of the latest traces between {@code from} and
   * {@code to}, what is missing, whose clocks differ, at which rate services sample, and how large
   * spans are.
   */
  @GET
  public Response health(@Context UriInfo uri) throws StoreException {
    TracingHealth health = new TracingHealth();
    boolean cut = queries.each(SearchParameters.of(uri, TraceQueries.MOST_TRACES), health::add);
    Map<String, Object> fields = health.fields();
    fields.put("cut", cut);
    fields.put("received", received(intake.received()));
    return Json.ok(fields);
  }

  private static Map<String, Object> received(Received received) {
    return Map.of(
        "kept", received.kept(),
        "refused", received.refused(),
        "turnedAway", received.turnedAway(),
        "waitingBytes", received.waitingBytes());
  }
}
