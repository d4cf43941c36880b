// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.aws.FaultyProxy;
import dev.clew.aws.SenderRun;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From spans to documents that can be asked for. */
class OpenSearchIT {

  private static final String EVERYTHING = "{\"query\": {\"match_all\": {}}}";

  @TempDir private static Path directory;

  private static LocalOpenSearch openSearch;

  @BeforeAll
  static void start() {
    openSearch = new LocalOpenSearch(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    openSearch.close();
  }

  @Test
  void allSpansArriveOnceThroughFaults() throws Exception {
    try (FaultyProxy proxy = new FaultyProxy(openSearch.uri()).throttlesWith(429);
        SenderRun run = run("faults").set("clew.aws.opensearch.endpoint", proxy.uri())) {
      run.traces(10_000, 100_000);

      assertThat(run.flush()).isTrue();
      assertThat(run.sent()).isEqualTo(100_000);
      assertThat(run.dropped()).isZero();
      assertThat(proxy.faults()).isGreaterThan(10);
    }
    assertThat(count("faults", EVERYTHING)).isEqualTo(100_000);
  }

  @Test
  void spansAreFoundByWhatTheySay() throws Exception {
    try (SenderRun run = run("fields")) {
      Span root = run.tracer().spanBuilder("GET /orders").setSpanKind(SpanKind.SERVER).startSpan();
      run.tracer()
          .spanBuilder("SELECT orders")
          .setParent(Context.root().with(root))
          .startSpan()
          .setAttribute("db.response.returned_rows", 57)
          .addEvent("retry", Attributes.of(AttributeKey.stringKey("why"), "lock"))
          .setStatus(StatusCode.ERROR, "too slow")
          .end();
      root.end();
      assertThat(run.flush()).isTrue();

      JsonNode found =
          one(
              "fields",
              """
              {"query": {"bool": {"filter": [
                {"term": {"serviceName": "shop"}},
                {"term": {"traceGroup": "GET /orders"}},
                {"term": {"status.code": 2}},
                {"range": {"attributes.db.response.returned_rows": {"gt": 56, "lt": 58}}},
                {"range": {"startTime": {"gte": "now-1h"}}},
                {"nested": {"path": "events", "query": {"term": {"events.attributes.why": "lock"}}}}
              ]}}}
              """);
      assertThat(found.get("traceId").asText()).isEqualTo(root.getSpanContext().getTraceId());
      assertThat(found.get("parentSpanId").asText()).isEqualTo(root.getSpanContext().getSpanId());
      assertThat(found.get("kind").asText()).isEqualTo("SPAN_KIND_INTERNAL");
    }
  }

  @Test
  void namesAndTypesThatDoNotFitLoseNoSpan() throws Exception {
    try (SenderRun run = run("hostile")) {
      run.tracer().spanBuilder("text").startSpan().setAttribute("a", "x").end();
      assertThat(run.flush()).isTrue();
      run.tracer().spanBuilder("object").startSpan().setAttribute("a.b", 1).end();
      run.tracer().spanBuilder("dots").startSpan().setAttribute("..", "x").end();
      run.tracer().spanBuilder("number").startSpan().setAttribute("n", 1).end();
      run.tracer().spanBuilder("no number").startSpan().setAttribute("n", "one").end();
      assertThat(run.flush()).isTrue();

      assertThat(run.dropped()).isZero();
      List<String> names = new ArrayList<>();
      for (JsonNode hit : hits("hostile", EVERYTHING)) {
        names.add(hit.get("name").asText());
      }
      assertThat(names).containsExactlyInAnyOrder("text", "object", "dots", "number", "no number");
      assertThat(one("hostile", "{\"query\": {\"term\": {\"name\": \"dots\"}}}").at("/clew/json"))
          .asString()
          .contains("..");
    }
  }

  /** One that writes to indexes of its own, soon. */
  private static SenderRun run(String index) {
    return new SenderRun("opensearch")
        .set("clew.aws.opensearch.endpoint", openSearch.uri().toString())
        .set("clew.aws.opensearch.index", index);
  }

  private static long count(String index, String query) throws Exception {
    return openSearch.ask("/" + index + "-*/_count", query).get("count").asLong();
  }

  private static List<JsonNode> hits(String index, String query) throws Exception {
    List<JsonNode> hits = new ArrayList<>();
    openSearch
        .ask("/" + index + "-*/_search", query)
        .at("/hits/hits")
        .forEach(hit -> hits.add(hit.get("_source")));
    return hits;
  }

  private static JsonNode one(String index, String query) throws Exception {
    List<JsonNode> hits = hits(index, query);
    assertThat(hits).hasSize(1);
    return hits.get(0);
  }
}
