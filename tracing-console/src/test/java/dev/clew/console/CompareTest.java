// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTest extends QueriedConsole {

  @Test
  void whatBothFindIsTheSubjects() throws Exception {
    JsonNode answer = get("/api/v1/compare?subject=status%3Derror&baseline=service%3Dshop");

    assertThat(answer.at("/subject").asInt()).isEqualTo(1);
    assertThat(answer.at("/baseline").asInt()).isEqualTo(2);
  }

  @Test
  void suspectHasAnExampleAmongTheSubject() throws Exception {
    JsonNode answer = get("/api/v1/compare?subject=status%3Derror&baseline=");

    assertThat(answer.at("/suspects/0/examples/0/traceId").asText()).isEqualTo(FIRST);
  }

  @Test
  void twoTracesAreLaidOverEachOther() throws Exception {
    JsonNode answer = get("/api/v1/compare/" + FIRST + "/" + Requests.traceId(2));

    assertThat(answer.at("/first/spans").asInt()).isEqualTo(3);
    assertThat(answer.at("/second/spans").asInt()).isEqualTo(1);
    assertThat(answer.at("/rows").findValuesAsText("operation"))
        .containsExactly("GET /orders", "span 11", "GET /stock");
    assertThat(answer.at("/rows/2/first/errors").asInt()).isEqualTo(1);
    assertThat(answer.at("/rows/2/second/spans").asInt()).isZero();
  }

  @Test
  void traceThatIsNotThereIs404() throws Exception {
    get("/api/v1/compare/" + FIRST + "/" + Requests.traceId(99), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject=error", "subject=status%3Dfine", "baseline=limit%3D0"})
  void malformedSearchIsToldWhatIsWrong(String question) throws Exception {
    assertThat(get("/api/v1/compare?" + question, 400).at("/error").asText()).contains("allowed");
  }
}
