// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of what other traces have sent: its consumer has a link to each of them. */
class LinkedFromTest extends QueriedConsole {

  private static final String BATCH = Requests.traceId(50);

  @BeforeEach
  void sendBatch() throws Exception {
    console.send(
        Requests.of(
            "shipping",
            Requests.span(50, 50)
                .setName("process shipments")
                .addLinks(Requests.link(1, 10))
                .addLinks(Requests.link(2, 20))
                .build(),
            Requests.span(50, 51).addLinks(Requests.link(1, 11)).build()));
    awaitTraces(4);
  }

  @Test
  void tellsWhichSpansOfOtherTracesLeadToThatTrace() throws Exception {
    JsonNode answer = get("/api/v1/traces/" + FIRST + "/linked-from");

    assertThat(answer.at("/links").findValuesAsText("to"))
        .containsExactly("000000000000000a", "000000000000000b");
    assertThat(answer.at("/links/0/traceId").asText()).isEqualTo(BATCH);
    assertThat(answer.at("/links/0/spanId").asText()).isEqualTo("0000000000000032");
    assertThat(answer.at("/links/0/service").asText()).isEqualTo("shipping");
    assertThat(answer.at("/links/0/name").asText()).isEqualTo("process shipments");
    assertThat(answer.at("/links/0/startNanos").asLong()).isEqualTo(50_000_000_000L);
    assertThat(answer.at("/cut").asBoolean()).isFalse();
  }

  @Test
  void saysWhereThereMayBeMore() throws Exception {
    assertThat(get("/api/v1/traces/" + FIRST + "/linked-from?limit=1").at("/cut").asBoolean())
        .isTrue();
  }

  @Test
  void keepsToATime() throws Exception {
    String later = "/api/v1/traces/" + FIRST + "/linked-from?from=51000000001";

    assertThat(get(later).at("/links")).isEmpty();
  }

  @Test
  void isEmptyForATraceThatNobodyLinksTo() throws Exception {
    JsonNode answer = get("/api/v1/traces/" + BATCH + "/linked-from");

    assertThat(answer.at("/links").isEmpty()).isTrue();
    assertThat(answer.at("/cut").asBoolean()).isFalse();
  }

  @Test
  void searchFindsTheTracesToo() throws Exception {
    assertThat(get("/api/v1/traces?link=" + FIRST).at("/traces").findValuesAsText("traceId"))
        .containsExactly(BATCH);
    assertThat(get("/api/v1/traces?link=" + FIRST + "-000000000000000A").at("/traces")).hasSize(1);
    assertThat(get("/api/v1/traces?link=" + FIRST + "-000000000000000c").at("/traces")).isEmpty();
  }
}
