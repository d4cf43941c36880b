// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsightQueryTest extends QueriedConsole {

  @Test
  void findingNamesWhatItIsAboutAndAnExample() throws Exception {
    JsonNode answer = get("/api/v1/insights");

    assertThat(answer.at("/traces").asInt()).isEqualTo(3);
    assertThat(answer.at("/cut").asBoolean()).isFalse();
    JsonNode error = only(answer, "error_origin");
    assertThat(error.at("/severity").asText()).isEqualTo("low");
    assertThat(error.at("/title").asText()).contains("GET /stock");
    assertThat(error.at("/service").asText()).isEqualTo("stock");
    assertThat(error.at("/operation").asText()).isEqualTo("GET /stock");
    assertThat(error.at("/traces").asInt()).isEqualTo(1);
    assertThat(error.at("/examples/0/traceId").asText()).isEqualTo(FIRST);
  }

  private static JsonNode only(JsonNode answer, String kind) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode insight : answer.at("/insights")) {
      if (insight.at("/kind").asText().equals(kind)) {
        found.add(insight);
      }
    }
    assertThat(found).as(answer.toString()).hasSize(1);
    return found.get(0);
  }

  @Test
  void onlyWhatIsSearchedForIsLookedAt() throws Exception {
    assertThat(get("/api/v1/insights?attribute=user.id%3D7").at("/insights").size()).isZero();
    assertThat(get("/api/v1/insights?service=stock").at("/traces").asInt()).isEqualTo(1);
    assertThat(get("/api/v1/insights?limit=0", 400).at("/error").asText()).contains("allowed");
  }
}
