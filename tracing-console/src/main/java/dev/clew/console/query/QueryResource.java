// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.map.Node;
import dev.clew.console.otlp.Encoding;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Origin;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.StoreException;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The collector's own questions, in JSON; times are nanoseconds since 1970. */
@Path("/api/v1")
@ApplicationScoped
public class QueryResource {

  private static final int TRACES_UNLESS_ASKED = 20;

  @Inject SpanReader reader;
  @Inject TraceQueries queries;

  /**
   * Traces of which one span has all of these: {@code service}, {@code operation}, {@code
   * minDuration}, {@code maxDuration} (1.5ms), {@code status=error}, {@code attribute=key=value}
   * any number of times, {@code link=id} of another trace, {@code from}, {@code to}. The latest
   * come first, up to a {@code limit}.
   */
  @GET
  @Path("/traces")
  public Response search(@Context UriInfo uri) throws StoreException {
    return Json.ok(Map.of("traces", reader.search(SearchParameters.of(uri, TRACES_UNLESS_ASKED))));
  }

  /**
   * A trace as OTLP has it: what was sent, with nothing left out. In JSON, unless protobuf is what
   * is accepted.
   */
  @GET
  @Path("/traces/{id}")
  public Response trace(@PathParam("id") String id, @HeaderParam("Accept") String accepted)
      throws StoreException {
    List<KeptSpan> spans = queries.trace(Parameters.traceId(id));
    if (spans.isEmpty()) {
      return Json.error(404, "there is no such trace");
    }
    boolean protobuf = Encoding.PROTOBUF.mediaType().equals(accepted);
    Encoding encoding = protobuf ? Encoding.PROTOBUF : Encoding.JSON;
    TracesData trace = otlp(spans);
    StreamingOutput content = output -> encoding.write(trace, output);
    return Response.ok(content, encoding.mediaType()).header("Vary", "Accept").build();
  }

  private static TracesData otlp(List<KeptSpan> spans) {
    Map<Origin, ScopeSpans.Builder> origins = new LinkedHashMap<>();
    for (KeptSpan span : spans) {
      origins
          .computeIfAbsent(
              span.origin(), origin -> ScopeSpans.newBuilder().setScope(origin.scope()))
          .addSpans(span.span());
    }
    TracesData.Builder data = TracesData.newBuilder();
    origins.forEach(
        (origin, scope) ->
            data.addResourceSpans(
                ResourceSpans.newBuilder().setResource(origin.resource()).addScopeSpans(scope)));
    return data.build();
  }

  /** The names of all services. */
  @GET
  @Path("/services")
  public Response services() throws StoreException {
    return Json.ok(Map.of("services", reader.services()));
  }

  /** What a service does. */
  @GET
  @Path("/services/{service}/operations")
  public Response operations(@PathParam("service") String service) throws StoreException {
    return Json.ok(Map.of("operations", reader.operations(service)));
  }

  /** Who calls whom in the latest 1,000 traces, of those between {@code from} and {@code to}. */
  @GET
  @Path("/map")
  public Response map(@Context UriInfo uri) throws StoreException {
    Parameters given = new Parameters(uri.getQueryParameters());
    TraceQueries.MapOfTraces found =
        queries.map(
            given.number("from", 0, 0, Long.MAX_VALUE),
            given.number("to", Long.MAX_VALUE, 0, Long.MAX_VALUE));
    List<Map<String, Object>> edges = new ArrayList<>();
    found
        .map()
        .edges()
        .forEach(
            (edge, traffic) ->
                edges.add(
                    Map.of(
                        "from", node(edge.from()),
                        "to", node(edge.to()),
                        "calls", traffic.calls(),
                        "errors", traffic.errors(),
                        "p50Nanos", traffic.latencies().percentile(0.5),
                        "p95Nanos", traffic.latencies().percentile(0.95))));
    return Json.ok(
        Map.of(
            "nodes", found.map().nodes().stream().map(QueryResource::node).toList(),
            "edges", edges,
            "traces", found.traces(),
            "cut", found.isCut(),
            "seconds", found.nanos() / 1e9));
  }

  private static Map<String, String> node(Node node) {
    return Map.of(
        "kind", node.kind().name().toLowerCase(Locale.ROOT),
        "system", node.system(),
        "name", node.name());
  }
}
