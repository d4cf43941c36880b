// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What Grafana's Jaeger data source asks, and how it wants to be answered. */
class JaegerTest extends QueriedConsole {

  @Test
  void services() throws Exception {
    JsonNode answer = get("/api/services");

    assertThat(answer.at("/data").toString()).isEqualTo("[\"shop\",\"stock\"]");
    assertThat(answer.at("/total").asInt()).isEqualTo(2);
    assertThat(answer.at("/errors").isNull()).isTrue();
  }

  @Test
  void operations() throws Exception {
    assertThat(get("/api/services/stock/operations").at("/data").toString())
        .isEqualTo("[\"GET /stock\"]");
    assertThat(
            get("/api/operations?service=shop&spanKind=client")
                .at("/data")
                .findValuesAsText("name"))
        .containsExactly("span 11");
    assertThat(get("/api/operations?service=shop").at("/data").findValuesAsText("spanKind"))
        .containsExactlyInAnyOrder("server", "server", "client");
  }

  @Test
  void trace() throws Exception {
    JsonNode trace = get("/api/traces/1").at("/data/0");
    JsonNode span = span(trace, "GET /stock");

    assertThat(trace.at("/traceID").asText()).isEqualTo(FIRST);
    assertThat(trace.at("/spans")).hasSize(3);
    assertThat(span.at("/startTime").asLong()).isEqualTo(12_000_000);
    assertThat(span.at("/duration").asLong()).isEqualTo(1);
    assertThat(span.at("/references").toString()).contains("CHILD_OF", FIRST, "000000000000000b");
    assertThat(trace.at("/processes/" + span.at("/processID").asText() + "/serviceName").asText())
        .isEqualTo("stock");
    assertThat(tags(span))
        .contains(
            "span.kind:string:server",
            "error:bool:true",
            "otel.status_description:string:out of stock",
            "http.response.status_code:int64:500");
    assertThat(span.at("/logs/0/timestamp").asLong()).isEqualTo(12_000_000);
    assertThat(span.at("/logs/0/fields/0/value").asText()).isEqualTo("exception");
  }

  @Test
  void traceThatIsNotThere() throws Exception {
    assertThat(get("/api/traces/99", 404).at("/errors/0/msg").asText())
        .isEqualTo("trace not found");
  }

  @Test
  void search() throws Exception {
    assertThat(get("/api/traces?service=shop&limit=2").at("/data")).hasSize(2);
    assertThat(get("/api/traces?service=shop&start=20000000&end=29999999").at("/data")).hasSize(1);
    assertThat(get("/api/traces?service=shop&minDuration=2.5ms").at("/data")).hasSize(1);
    assertThat(get("/api/traces?service=stock&tags=" + encoded("{\"error\":\"true\"}")).at("/data"))
        .hasSize(1);
    assertThat(get("/api/traces?service=shop&tags=" + encoded("{\"user.id\":\"8\"}")).at("/data"))
        .isEmpty();
    assertThat(get("/api/traces?traceID=1&traceID=2&traceID=99").at("/data")).hasSize(2);
  }

  @Test
  void dependencies() throws Exception {
    JsonNode all = get("/api/dependencies?endTs=60000&lookback=60000").at("/data");

    assertThat(all.toString())
        .contains("\"parent\":\"shop\"")
        .contains("\"child\":\"stock\"")
        .contains("\"callCount\":1");
    assertThat(get("/api/dependencies?endTs=5000&lookback=1000").at("/data")).isEmpty();
  }

  private static JsonNode span(JsonNode trace, String name) {
    return StreamSupport.stream(trace.at("/spans").spliterator(), false)
        .filter(span -> span.at("/operationName").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> tags(JsonNode span) {
    return StreamSupport.stream(span.at("/tags").spliterator(), false)
        .map(
            tag ->
                tag.at("/key").asText()
                    + ":"
                    + tag.at("/type").asText()
                    + ":"
                    + tag.at("/value").asText())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
