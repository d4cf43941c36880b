// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.console.otlp.Encoding;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest extends QueriedConsole {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | 3 2 1",
        "?limit=2                                  | 3 2",
        "?service=stock                            | 1",
        "?service=shop&operation=GET%20/empty      | 3",
        "?minDuration=2ms&maxDuration=2500us       | 2",
        "?status=error                             | 1",
        "?attribute=user.id%3D7                    | 2",
        "?attribute=http.response.status_code%3D500 | 1",
        "?from=20000000000&to=29999999999          | 2",
        "?service=nobody                           | ''",
      })
  void searchFinds(String question, String traces) throws Exception {
    List<String> found =
        get("/api/v1/traces" + question).at("/traces").findValuesAsText("traceId").stream()
            .map(id -> id.replaceFirst("^0+", ""))
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(traces);
  }

  @Test
  void summaryTellsWhatAListShows() throws Exception {
    JsonNode trace = get("/api/v1/traces?status=error").at("/traces/0");

    assertThat(trace.at("/rootService").asText()).isEqualTo("shop");
    assertThat(trace.at("/rootName").asText()).isEqualTo("GET /orders");
    assertThat(trace.at("/spans").asInt()).isEqualTo(3);
    assertThat(trace.at("/errors").asInt()).isEqualTo(1);
    assertThat(trace.at("/services").toString()).isEqualTo("[\"shop\",\"stock\"]");
  }

  @Test
  void traceIsTheJsonThatCouldBeSentAgain() throws Exception {
    String trace = get("/api/v1/traces/" + FIRST).toString();

    var sent = Encoding.JSON.read(trace.getBytes(StandardCharsets.UTF_8)).getResourceSpansList();
    assertThat(sent).hasSize(2);
    assertThat(trace).contains("out of stock");
  }

  @Test
  void traceIsProtobufForWhoAsksForIt() throws Exception {
    HttpResponse<byte[]> answer =
        raw("/api/v1/traces/" + FIRST, "Accept", Encoding.PROTOBUF.mediaType());

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
    assertThat(TracesData.parseFrom(answer.body()).getResourceSpansList()).hasSize(2);
  }

  @Test
  void traceThatIsNotThereIs404() throws Exception {
    assertThat(get("/api/v1/traces/" + Requests.traceId(99), 404).at("/error").asText())
        .isEqualTo("there is no such trace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/traces?limit=0",
        "/api/v1/traces?limit=many",
        "/api/v1/traces?minDuration=5",
        "/api/v1/traces?minDuration=99999999999h",
        "/api/v1/traces?status=fine",
        "/api/v1/traces?attribute=key",
        "/api/v1/traces?link=7",
        "/api/v1/traces/xyz/linked-from",
        "/api/v1/traces/xyz",
        "/api/traces?service=shop&tags=1",
        "/api/traces",
      })
  void malformedQuestionIsToldWhatIsWrong(String question) throws Exception {
    assertThat(get(question, 400).at("/error").asText()).containsAnyOf("allowed", "asked for");
  }

  @Test
  void servicesAndWhatTheyDo() throws Exception {
    assertThat(get("/api/v1/services").toString()).isEqualTo("{\"services\":[\"shop\",\"stock\"]}");
    assertThat(get("/api/v1/services/stock/operations").at("/operations").toString())
        .isEqualTo("[{\"name\":\"GET /stock\",\"kind\":\"server\"}]");
  }

  @Test
  void mapShowsWhoCallsWhom() throws Exception {
    JsonNode map = get("/api/v1/map");

    assertThat(map.at("/nodes").findValuesAsText("name")).contains("shop", "stock");
    for (JsonNode edge : map.at("/edges")) {
      if (edge.at("/to/name").asText().equals("stock")) {
        assertThat(edge.at("/from/name").asText()).isEqualTo("shop");
        assertThat(edge.at("/calls").asInt()).isEqualTo(1);
        assertThat(edge.at("/errors").asInt()).isEqualTo(1);
        return;
      }
    }
    throw new AssertionError("nobody calls the stock: " + map);
  }
}
