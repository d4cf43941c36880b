// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.Search;
import dev.clew.console.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What may be asked for. */
@Path("/api/v1/attributes")
@ApplicationScoped
public class AttributeResource {

  /** Enough to know what spans say; these are read for every page that is opened. */
  private static final int TRACES = 50;

  @Inject TraceQueries queries;

  /** Names and values of attributes of the latest spans, of one {@code service} or of all. */
  @GET
  public Response names(@QueryParam("service") String service) throws StoreException {
    boolean any = service == null || service.isEmpty();
    AttributeCounts counts = new AttributeCounts();
    queries.each(
        Search.all(TRACES).withService(any ? null : service),
        spans ->
            counts.add(
                spans.stream()
                    .filter(span -> any || span.origin().service().equals(service))
                    .toList()));
    return Json.ok(Map.of("attributes", counts.told()));
  }
}
