// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.clew.console.otlp.Encoding;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingHealthTest extends QueriedConsole {

  @Test
  void whatCameAndWhatIsMissingIsCounted() throws Exception {
    console.send(Requests.of("cart", sampled(7, "").setParentSpanId(Requests.id(99)).build()));
    console.send(Requests.of("cart", sampled(8, "").setSpanId(Requests.id(0)).build()));
    awaitTraces(4);

    JsonNode health = get("/api/v1/tracing");

    assertThat(health.at("/received/kept").asInt()).isEqualTo(6);
    assertThat(health.at("/received/refused").asInt()).isEqualTo(1);
    assertThat(health.at("/traces").asInt()).isEqualTo(4);
    assertThat(health.at("/incomplete").asInt()).isEqualTo(1);
    assertThat(service(health, "cart").at("/missingParents").asInt()).isEqualTo(1);
    assertThat(service(health, "stock").at("/spans").asInt()).isEqualTo(1);
  }

  @Test
  void sendersTellWhatTheyLost() throws Exception {
    byte[] request = Requests.of("orders", Requests.span(7, 70).build()).toByteArray();
    for (String told : List.of("1204", "1000", "-5", "many", "9".repeat(30))) {
      assertThat(console.post(Encoding.PROTOBUF, request, "Clew-Dropped", told).statusCode())
          .isEqualTo(200);
    }

    JsonNode received = get("/api/v1/tracing").at("/received");

    assertThat(received.at("/droppedBySenders"))
        .containsExactly(
            JsonNodeFactory.instance
                .objectNode()
                .put("instance", "")
                .put("service", "orders")
                .put("spans", 1204));
    assertThat(received.at("/services").findValuesAsText("service"))
        .containsExactly("orders", "shop", "stock");
    assertThat(received.at("/services/0/spansPerSecond").asDouble()).isPositive();
    assertThat(console.get("/metrics").body())
        .contains("clew_console_sender_dropped_spans_total{service=\"orders\"} 1204.0");
  }

  @Test
  void trueCountsAreEstimatedByTheThreshold() throws Exception {
    console.send(Requests.of("cart", sampled(7, "ot=th:c").build()));
    console.send(Requests.of("cart", sampled(8, "a=b,ot=rv:0123456789abcd;th:8,c=d").build()));
    console.send(Requests.of("cart", sampled(9, "other=th:f").build()));
    awaitTraces(6);

    JsonNode cart = service(get("/api/v1/tracing"), "cart");

    assertThat(cart.at("/entries").asInt()).isEqualTo(3);
    assertThat(cart.at("/estimatedEntries").asInt()).isEqualTo(4 + 2 + 1);
    assertThat(cart.at("/samplingRate").asDouble()).isEqualTo(3.0 / 7);
  }

  private static Span.Builder sampled(long trace, String state) {
    return Requests.span(trace, 10 * trace).setTraceState(state);
  }

  private static JsonNode service(JsonNode health, String name) {
    for (JsonNode service : health.at("/services")) {
      if (service.at("/service").asText().equals(name)) {
        return service;
      }
    }
    throw new AssertionError(name + " is not in " + health);
  }
}
