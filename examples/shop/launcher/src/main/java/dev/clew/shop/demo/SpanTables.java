// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is in the tables that Clew writes to DynamoDB. */
final class SpanTables {

  /** A span's item. */
  record SpanItem(String spanId, String service, String name, long durationNanos) {}

  /** A trace's item. */
  record TraceItem(
      String service, String root, List<String> services, int spans, int errors, long nanos) {}

  private final AwsQuestions dynamoDb;

  SpanTables(URI service) {
    dynamoDb = AwsQuestions.toDynamoDb(service);
  }

  /** All spans of a trace, by their ids. */
  List<SpanItem> spans(String traceId) throws IOException, InterruptedException {
    JsonNode answer =
        dynamoDb.ask(
            "Query",
            Map.of(
                "TableName", "spans",
                "KeyConditionExpression", "trace_id = :trace",
                "ExpressionAttributeValues", Map.of(":trace", Map.of("S", traceId))));
    List<SpanItem> spans = new ArrayList<>();
    for (JsonNode item : answer.get("Items")) {
      spans.add(
          new SpanItem(
              text(item, "span_id"),
              text(item, "service"),
              text(item, "name"),
              number(item, "duration")));
    }
    return spans;
  }

  /** The summary of a trace. */
  Optional<TraceItem> trace(String traceId) throws IOException, InterruptedException {
    JsonNode item =
        dynamoDb
            .ask(
                "GetItem",
                Map.of("TableName", "traces", "Key", Map.of("trace_id", Map.of("S", traceId))))
            .path("Item");
    return item.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new TraceItem(
                text(item, "service"),
                text(item, "root"),
                StreamSupport.stream(item.at("/services/SS").spliterator(), false)
                    .map(JsonNode::textValue)
                    .sorted()
                    .toList(),
                (int) number(item, "span_count"),
                (int) number(item, "error_count"),
                number(item, "duration")));
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }

  private static long number(JsonNode item, String name) {
    return item.path(name).path("N").asLong();
  }
}
