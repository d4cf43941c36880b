// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.ingest.Flow;
import dev.clew.console.ingest.Intake;
import dev.clew.console.ingest.Loss;
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
   * What came since the collector started, what senders say they lost, and, of the latest traces
   * between {@code from} and {@code to}, what is missing, whose clocks differ, at which rate
   * services sample, and how large spans are.
   */
  @GET
  public Response health(@Context UriInfo uri) throws StoreException {
    TracingHealth health = new TracingHealth();
    boolean cut = queries.each(SearchParameters.of(uri, TraceQueries.MOST_TRACES), health::add);
    Map<String, Object> fields = health.fields();
    fields.put("cut", cut);
    fields.put("received", received());
    return Json.ok(fields);
  }

  private Map<String, Object> received() {
    Received received = intake.received();
    return Map.of(
        "kept", received.kept(),
        "refused", received.refused(),
        "turnedAway", received.turnedAway(),
        "waitingBytes", received.waitingBytes(),
        "droppedBySenders", intake.losses().stream().map(TracingResource::fields).toList(),
        "services", intake.flows().stream().map(TracingResource::fields).toList());
  }

  private static Map<String, Object> fields(Loss loss) {
    return Map.of("service", loss.service(), "instance", loss.instance(), "spans", loss.spans());
  }

  private static Map<String, Object> fields(Flow flow) {
    return Map.of(
        "service", flow.service(),
        "spansPerSecond", flow.spansPerSecond(),
        "bytesPerSecond", flow.bytesPerSecond());
  }
}
