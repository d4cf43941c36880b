// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Finding;
import dev.clew.analysis.insight.Findings;
import dev.clew.analysis.path.Operation;
import dev.clew.console.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is worth knowing of many traces. */
@Path("/api/v1/insights")
@ApplicationScoped
public class InsightResource {

  @Inject TraceQueries queries;

  /**
   * What is found in the latest traces of those that a search finds (see {@link QueryResource}), up
   * to a {@code limit}, the most important first. Each names operation and examples.
   */
  @GET
  public Response insights(@Context UriInfo uri) throws StoreException {
    TraceQueries.Sample sample = queries.sample(SearchParameters.of(uri, TraceQueries.MOST_TRACES));
    return Json.ok(
        Map.of(
            "traces", sample.traces().size(),
            "cut", sample.isCut(),
            "insights", insights(sample.traces())));
  }

  private static List<Map<String, Object>> insights(List<Trace> traces) {
    return Findings.of(traces).stream().map(InsightResource::insight).toList();
  }

  private static Map<String, Object> insight(Finding finding) {
    Map<String, Object> insight = new LinkedHashMap<>();
    insight.put("kind", lower(finding.example().kind()));
    insight.put("severity", lower(finding.example().severity()));
    insight.put("title", finding.example().title());
    insight.put("detail", finding.example().explanation());
    insight.put("suggestion", finding.example().nextStep());
    Operation operation = finding.operation();
    insight.put("service", operation == null ? "" : operation.service());
    insight.put("operation", operation == null ? "" : operation.name());
    insight.put("traces", finding.traces());
    insight.put("nanos", finding.nanos());
    insight.put("examples", finding.examples().stream().map(InsightResource::example).toList());
    return insight;
  }

  private static Map<String, String> example(SpanRef span) {
    return Map.of("traceId", span.traceId(), "spanId", span.spanId());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
