// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page is told before anybody asks it. */
class AttributesTest extends QueriedConsole {

  @Test
  void tellsNamesAndValuesOfAttributes() throws Exception {
    JsonNode all = get("/api/v1/attributes").at("/attributes");

    assertThat(values(all, "user.id")).containsExactly("7");
    assertThat(values(all, "http.response.status_code")).containsExactly("500");
    assertThat(values(all, "service.name")).containsExactlyInAnyOrder("shop", "stock");
  }

  @Test
  void keepsToOneService() throws Exception {
    JsonNode stock = get("/api/v1/attributes?service=stock").at("/attributes");

    assertThat(stock.findValuesAsText("name"))
        .containsExactlyInAnyOrder("http.response.status_code", "service.name");
  }

  @Test
  void leavesOutLongValues() throws Exception {
    console.send(
        Requests.of(
            "long",
            Requests.span(9, 9).addAttributes(Requests.text("huge", "x".repeat(1_000))).build()));
    awaitTraces(4);

    assertThat(get("/api/v1/attributes?service=long").at("/attributes").findValuesAsText("name"))
        .containsExactly("service.name");
  }

  @Test
  void mapSaysOfHowManyTracesAndOfWhatTimeItIs() throws Exception {
    JsonNode map = get("/api/v1/map");

    assertThat(map.at("/traces").intValue()).isEqualTo(3);
    assertThat(map.at("/cut").booleanValue()).isFalse();
    assertThat(map.at("/seconds").doubleValue()).isEqualTo(20);
  }

  @Test
  void hasNoTemplateOfLogsUnlessItWasGivenOne() throws Exception {
    assertThat(get("/api/v1/settings").at("/logs").textValue()).isEmpty();
  }

  private static List<String> values(JsonNode all, String name) {
    for (JsonNode each : all) {
      if (each.at("/name").textValue().equals(name)) {
        List<String> values = new ArrayList<>();
        each.at("/values").forEach(value -> values.add(value.textValue()));
        return values;
      }
    }
    return List.of();
  }
}
