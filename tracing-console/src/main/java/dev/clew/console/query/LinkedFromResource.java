// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.StoreException;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The other end of links: a span tells where its own lead to, but not which lead to it. */
@Path("/api/v1/traces/{id}/linked-from")
@ApplicationScoped
public class LinkedFromResource {

  private static final int TRACES = 20;
  private static final int MOST_TRACES = 100;
  private static final int MOST_LINKS = 1_000;

  /** A link to a span of the trace, and which span of another trace has it. */
  public record Linking(
      String to, String traceId, String spanId, String service, String name, long startNanos) {}

  @Inject TraceQueries queries;

  /**
   * Spans of other traces that have a link to one of this trace, in the order of their starts: of
   * the latest traces, up to a {@code limit}, with a span that starts since {@code from}.
   */
  @GET
  public Response spans(@PathParam("id") String id, @Context UriInfo uri) throws StoreException {
    String traceId = Parameters.traceId(id);
    Parameters given = new Parameters(uri.getQueryParameters());
    int limit = (int) given.number("limit", TRACES, 1, MOST_TRACES);
    long from = given.number("from", 0, 0, Long.MAX_VALUE);
    List<Linking> links = new ArrayList<>();
    Set<String> traces = new HashSet<>();
    boolean isCut =
        queries.each(
            Search.all(limit).withLink(traceId).between(from, Long.MAX_VALUE),
            spans ->
                spans.forEach(
                    span -> {
                      traces.add(span.traceId());
                      add(links, span, traceId);
                    }));
    links.sort(Comparator.comparingLong(Linking::startNanos));
    return Json.ok(
        Map.of(
            "links",
            links.subList(0, Math.min(MOST_LINKS, links.size())),
            "cut",
            isCut || traces.size() >= limit || links.size() > MOST_LINKS));
  }

  private static void add(List<Linking> links, KeptSpan kept, String traceId) {
    if (kept.traceId().equals(traceId)) {
      return;
    }
    for (Span.Link link : kept.span().getLinksList()) {
      if (KeptSpan.hex(link.getTraceId()).equals(traceId)) {
        links.add(
            new Linking(
                KeptSpan.hex(link.getSpanId()),
                kept.traceId(),
                kept.spanId(),
                kept.origin().service(),
                kept.span().getName(),
                kept.span().getStartTimeUnixNano()));
      }
    }
  }
}
