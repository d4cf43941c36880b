// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.model.ModelledCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What DynamoDB does with the sender's transactions, in maps: DynamoDB Local takes minutes for as
 * many as a proof has. Some of its requests are compared with DynamoDB's model.
 */
final class MemoryTables implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One in so many is compared with the model; all would take longer than all else. */
  private static final int CHECKED = 20;

  private final HttpServer server;
  private final Map<String, Map<String, JsonNode>> tables = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private int transactions;

  MemoryTables() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized List<JsonNode> items(String table) {
    return List.copyOf(tables.getOrDefault(table, Map.of()).values());
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      headers.put("X-Amz-Target", exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      byte[] body = exchange.getRequestBody().readAllBytes();
      ModelledCall call = ModelledCalls.of("/", headers, body).orElseThrow();
      ObjectNode answer = transact(call);
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.sendResponseHeaders(answer.isEmpty() ? 200 : 400, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized ObjectNode transact(ModelledCall call) {
    if (transactions++ % CHECKED == 0) {
      violations.addAll(call.violations());
    }
    ArrayNode reasons = JSON.createArrayNode();
    boolean cancelled = false;
    for (JsonNode write : call.input().get("TransactItems")) {
      JsonNode put = write.get("Put");
      JsonNode before = table(put).get(key(put));
      boolean holds = holds(put, before);
      ObjectNode reason =
          reasons.addObject().put("Code", holds ? "None" : "ConditionalCheckFailed");
      if (!holds && put.has("ReturnValuesOnConditionCheckFailure") && before != null) {
        reason.set("Item", before);
      }
      cancelled |= !holds;
    }
    if (cancelled) {
      ObjectNode answer = JSON.createObjectNode().put("__type", "TransactionCanceledException");
      answer.set("CancellationReasons", reasons);
      return answer;
    }
    for (JsonNode write : call.input().get("TransactItems")) {
      table(write.get("Put")).put(key(write.get("Put")), write.at("/Put/Item"));
    }
    return JSON.createObjectNode();
  }

  private Map<String, JsonNode> table(JsonNode put) {
    return tables.computeIfAbsent(put.get("TableName").asText(), name -> new HashMap<>());
  }

  private static String key(JsonNode put) {
    return put.at("/Item/trace_id/S").asText() + "/" + put.at("/Item/span_id/S").asText();
  }

  private static boolean holds(JsonNode put, JsonNode before) {
    String condition = put.get("ConditionExpression").asText();
    return switch (condition) {
      case "attribute_not_exists(trace_id)" -> before == null;
      case "span_count = :before" ->
          before != null
              && before.get("span_count").equals(put.at("/ExpressionAttributeValues/:before"));
      default -> throw new IllegalArgumentException(condition);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
