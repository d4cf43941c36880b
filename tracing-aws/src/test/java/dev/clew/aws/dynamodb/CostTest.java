// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What 1,000 spans cost: the figures of docs/aws.md, printed. They do not depend on the machine.
 * DynamoDB Local tells wrong ones of transactions; so these are of what it was sent, by the rules
 * that AWS documents: two units for each KB of an item, and one for its place in the index.
 */
class CostTest extends OnLocalDynamoDb {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 500;

  private int units;

  @BeforeEach
  void listen() {
    proxy.listener(this::count);
  }

  private synchronized void count(byte[] request) {
    try {
      for (JsonNode write : JSON.readTree(request).path("TransactItems")) {
        int item = kilobytes(write.at("/Put/Item"));
        boolean summary = write.at("/Put/TableName").asText().equals("traces");
        units += 2 * item + (summary ? item : 0);
      }
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }

  /** As DynamoDB counts: names and texts as they are, numbers by half of their digits. */
  private static int kilobytes(JsonNode item) {
    int bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : item.properties()) {
      bytes += attribute.getKey().length() + bytes(attribute.getValue());
    }
    return (bytes + 1_023) / 1_024;
  }

  private static int bytes(JsonNode value) {
    Map.Entry<String, JsonNode> typed = value.properties().iterator().next();
    JsonNode content = typed.getValue();
    return switch (typed.getKey()) {
      case "S" -> content.asText().getBytes(StandardCharsets.UTF_8).length;
      case "N" -> content.asText().length() / 2 + 2;
      case "B" -> Base64.getDecoder().decode(content.asText()).length;
      case "M" ->
          3
              + content.properties().stream()
                  .mapToInt(entry -> entry.getKey().length() + 1 + bytes(entry.getValue()))
                  .sum();
      case "SS" -> 3 + content.toString().length();
      default -> 1;
    };
  }

  @Test
  void tracesOfTenSpans() throws Exception {
    assertThat(requests(10)).isLessThanOrEqualTo(14);
    assertThat(units).isLessThanOrEqualTo(2_500);
  }

  @Test
  void tracesOfOneSpan() throws Exception {
    assertThat(requests(1)).isLessThanOrEqualTo(24);
    assertThat(units).isLessThanOrEqualTo(5_100);
  }

  /** Sends 1,000 spans in two batches; how many requests that takes. */
  private int requests(int spansOfTrace) throws Exception {
    try (Sender sender = new DynamoDbSenderProvider().create(run.settings())) {
      sender.send(Batches.of("shop", span("1", "1").build()), LONG);
      int before = proxy.operations().size();
      units = 0;
      for (int start = 2; start < 1_002; start += BATCH) {
        Span[] spans = new Span[BATCH];
        for (int i = 0; i < BATCH; i++) {
          spans[i] = typical((start + i) / spansOfTrace, start + i);
        }
        sender.send(Batches.of("shop", spans), LONG);
      }
      int requests = proxy.operations().size() - before;
      System.out.printf(
          "1,000 spans in traces of %d: %d requests, %d write units%n",
          spansOfTrace, requests, units);
      return requests;
    }
  }

  private static Span typical(int trace, int number) {
    return span(String.valueOf(trace + 10_000), String.valueOf(number))
        .setName("GET /orders/{id}")
        .addAttributes(text("http.request.method", "GET"))
        .addAttributes(text("http.route", "/orders/{id}"))
        .addAttributes(text("url.path", "/orders/" + number))
        .addAttributes(text("server.address", "shop.example.org"))
        .addAttributes(text("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)"))
        .build();
  }
}
