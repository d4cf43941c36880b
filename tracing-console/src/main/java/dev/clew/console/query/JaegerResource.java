// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.map.Node;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Operation;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Jaeger's page and Grafana's Jaeger data source ask: <a
 * href="https://www.jaegertracing.io/docs/latest/apis/">Jaeger's internal HTTP JSON API</a>.
 */
@Path("/api")
@ApplicationScoped
public class JaegerResource {

  private static final int MOST_TRACES = 1_500;
  private static final long LATEST_MICROS = Long.MAX_VALUE / 1_000;
  private static final long LATEST_MILLIS = Long.MAX_VALUE / 1_000_000;
  private static final long WEEK_MILLIS = 7L * 24 * 3600 * 1000;

  @Inject SpanReader reader;
  @Inject TraceQueries queries;

  /** The names of all services. */
  @GET
  @Path("/services")
  public Response services() throws StoreException {
    return answer(reader.services());
  }

  /** The names of what a service does. */
  @GET
  @Path("/services/{service}/operations")
  public Response operationNames(@PathParam("service") String service) throws StoreException {
    return answer(reader.operations(service).stream().map(Operation::name).distinct().toList());
  }

  /** What a {@code service} does; as one {@code spanKind} only, if given. */
  @GET
  @Path("/operations")
  public Response operations(@Context UriInfo uri) throws StoreException {
    Parameters given = new Parameters(uri.getQueryParameters());
    String service = required(given, "service");
    String kind = given.text("spanKind");
    List<Map<String, String>> operations = new ArrayList<>();
    for (Operation operation : reader.operations(service)) {
      if (kind == null || kind.equals(operation.kind())) {
        operations.add(Map.of("name", operation.name(), "spanKind", operation.kind()));
      }
    }
    return answer(operations);
  }

  /** Traces by {@code traceID}, or those that a search finds; times in microseconds. */
  @GET
  @Path("/traces")
  public Response traces(@Context UriInfo uri) throws StoreException {
    Parameters given = new Parameters(uri.getQueryParameters());
    List<List<KeptSpan>> traces = new ArrayList<>();
    if (given.texts("traceID").isEmpty()) {
      traces.addAll(queries.traces(search(given)));
    }
    for (String id : given.texts("traceID")) {
      traces.add(queries.trace(Parameters.traceId(id)));
    }
    traces.removeIf(List::isEmpty);
    return answer(traces.stream().map(JaegerTrace::of).toList());
  }

  private static Search search(Parameters given) {
    Map<String, String> tags =
        given.text("tags") == null
            ? new LinkedHashMap<>()
            : new LinkedHashMap<>(Json.texts(given.text("tags")));
    boolean failed = "true".equals(tags.remove("error"));
    Search search =
        Search.all((int) given.number("limit", 100, 1, MOST_TRACES))
            .withService(required(given, "service"))
            .withOperation(given.text("operation"))
            .withDuration(
                given.duration("minDuration", 0), given.duration("maxDuration", Long.MAX_VALUE))
            .withAttributes(tags)
            .between(
                1_000 * given.number("start", 0, 0, LATEST_MICROS),
                1_000 * given.number("end", LATEST_MICROS, 0, LATEST_MICROS));
    return failed ? search.onlyFailed() : search;
  }

  private static String required(Parameters given, String name) {
    String value = given.text(name);
    if (value == null) {
      throw new MalformedQuestionException(name + " is asked for");
    }
    return value;
  }

  /** One trace. */
  @GET
  @Path("/traces/{id}")
  public Response trace(@PathParam("id") String id) throws StoreException {
    List<KeptSpan> spans = queries.trace(Parameters.traceId(id));
    return spans.isEmpty()
        ? Json.answer(
            404, envelope(List.of(), List.of(Map.of("code", 404, "msg", "trace not found"))))
        : answer(List.of(JaegerTrace.of(spans)));
  }

  /** Who calls whom, before {@code endTs} and not earlier than {@code lookback}, milliseconds. */
  @GET
  @Path("/dependencies")
  public Response dependencies(@Context UriInfo uri) throws StoreException {
    Parameters given = new Parameters(uri.getQueryParameters());
    long end = given.number("endTs", LATEST_MILLIS, 0, LATEST_MILLIS);
    long start = Math.max(0, end - given.number("lookback", WEEK_MILLIS, 0, LATEST_MILLIS));
    List<Map<String, Object>> dependencies = new ArrayList<>();
    queries
        .map(1_000_000 * (given.text("endTs") == null ? 0 : start), 1_000_000 * end)
        .map()
        .edges()
        .forEach(
            (edge, traffic) -> {
              if (edge.from().kind() != Node.Kind.CALLER) {
                dependencies.add(
                    Map.of(
                        "parent", edge.from().name(),
                        "child", edge.to().name(),
                        "callCount", traffic.calls()));
              }
            });
    return answer(dependencies);
  }

  private static Response answer(List<?> data) {
    return Json.ok(envelope(data, null));
  }

  private static Map<String, Object> envelope(List<?> data, List<?> errors) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("data", data);
    envelope.put("total", data.size());
    envelope.put("limit", 0);
    envelope.put("offset", 0);
    envelope.put("errors", errors);
    return envelope;
  }
}
