// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.cause.RootCauses;
import dev.clew.analysis.cause.Suspect;
import dev.clew.analysis.compare.Comparison;
import dev.clew.analysis.compare.Difference;
import dev.clew.analysis.compare.Feature;
import dev.clew.analysis.compare.TraceDiff;
import dev.clew.console.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What distinguishes traces from others, or one from another. */
@Path("/api/v1/compare")
@ApplicationScoped
public class CompareResource {

  private static final int TRACES = 300;
  private static final int MOST_EXAMPLES = 5;

  @Inject TraceQueries queries;

  /**
   * What is more frequent in the traces of one search than in those of another. Each of {@code
   * subject} and {@code baseline} has the parameters of a search, as a query string; what both find
   * counts as the subject's.
   */
  @GET
  public Response compare(@Context UriInfo uri) throws StoreException {
    Parameters given = new Parameters(uri.getQueryParameters());
    TraceQueries.Sample subject = queries.sample(SearchParameters.nested(given, "subject", TRACES));
    TraceQueries.Sample all = queries.sample(SearchParameters.nested(given, "baseline", TRACES));
    Set<String> asked = subject.traces().stream().map(Trace::id).collect(Collectors.toSet());
    List<Trace> baseline =
        all.traces().stream().filter(trace -> !asked.contains(trace.id())).toList();
    Comparison comparison = Comparison.of(subject.traces(), baseline);
    List<Suspect> suspects = RootCauses.rank(subject.traces(), baseline);
    return Json.ok(
        Map.of(
            "subject", comparison.subject(),
            "baseline", comparison.baseline(),
            "differences", comparison.differences().stream().map(CompareResource::of).toList(),
            "suspects", suspects.stream().map(CompareResource::of).toList()));
  }

  private static Map<String, Object> of(Difference difference) {
    return Map.of(
        "what", difference.features().stream().map(Feature::toString).toList(),
        "kinds", difference.features().stream().map(feature -> lower(feature.kind())).toList(),
        "inSubject", difference.inSubject(),
        "inBaseline", difference.inBaseline(),
        "effect", difference.effect(),
        "leastEffect", difference.leastEffect(),
        "chance", difference.adjustedChance(),
        "examples", examples(difference.spans()));
  }

  private static Map<String, Object> of(Suspect suspect) {
    return Map.of(
        "service", suspect.operation().service(),
        "operation", suspect.operation().name(),
        "fault", lower(suspect.fault()),
        "score", suspect.score(),
        "detail", suspect.explanation(),
        "examples", examples(suspect.spans()));
  }

  private static List<Map<String, String>> examples(List<SpanRef> spans) {
    return spans.stream().limit(MOST_EXAMPLES).map(CompareResource::of).toList();
  }

  private static Map<String, String> of(SpanRef span) {
    return Map.of("traceId", span.traceId(), "spanId", span.spanId());
  }

  /** Two traces laid over each other, row by row. */
  @GET
  @Path("/{first}/{second}")
  public Response diff(@PathParam("first") String first, @PathParam("second") String second)
      throws StoreException {
    Trace one = queries.assembled(Parameters.traceId(first));
    Trace other = queries.assembled(Parameters.traceId(second));
    if (one == null || other == null) {
      return Json.error(404, "there is no such trace");
    }
    return Json.ok(
        Map.of(
            "first", summary(one),
            "second", summary(other),
            "rows", TraceDiff.of(one, other).stream().map(CompareResource::of).toList()));
  }

  private static Map<String, Object> summary(Trace trace) {
    return Map.of(
        "traceId", trace.id(),
        "service", trace.span(0).service(),
        "name", trace.span(0).name(),
        "durationNanos", trace.durationNanos(),
        "spans", trace.size());
  }

  private static Map<String, Object> of(TraceDiff.Row row) {
    return Map.of(
        "depth", row.depth(),
        "service", row.operation().service(),
        "operation", row.operation().name(),
        "first", of(row.first()),
        "second", of(row.second()));
  }

  private static Map<String, Object> of(TraceDiff.Part part) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("spans", part.spans());
    fields.put("errors", part.failed());
    fields.put("nanos", part.nanos());
    fields.put("spanId", part.longest() == null ? null : part.longest().spanId());
    return fields;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
