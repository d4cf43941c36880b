// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is in the tables that Clew writes to DynamoDB. */
final class SpanTables {

  /** A span's item. */
  record SpanItem(String spanId, String service, String name, long durationNanos) {}

  /** What there is to say of a trace in one service; {@code first} is the name of a span. */
  record TraceItem(String service, String first, int spans, int errors) {}

  private final AwsQuestions dynamoDb;

  SpanTables(URI service) {
    dynamoDb = AwsQuestions.toDynamoDb(service);
  }

  /** All spans of a trace, by their ids. */
  List<SpanItem> spans(String traceId) throws IOException, InterruptedException {
    return items("spans", traceId)
        .map(
            item ->
                new SpanItem(
                    text(item, "span_id"),
                    text(item, "service"),
                    text(item, "name"),
                    number(item, "duration")))
        .toList();
  }

  /** The summaries of a trace, by the names of its services. */
  List<TraceItem> summaries(String traceId) throws IOException, InterruptedException {
    return items("traces", traceId)
        .map(
            item ->
                new TraceItem(
                    text(item, "service"),
                    text(item, "first"),
                    (int) number(item, "span_count"),
                    (int) number(item, "error_count")))
        .toList();
  }

  private Stream<JsonNode> items(String table, String traceId)
      throws IOException, InterruptedException {
    JsonNode answer =
        dynamoDb.ask(
            "Query",
            Map.of(
                "TableName",
                table,
                "KeyConditionExpression",
                "trace_id = :trace",
                "ExpressionAttributeValues",
                Map.of(":trace", Map.of("S", traceId))));
    return StreamSupport.stream(answer.get("Items").spliterator(), false);
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }

  private static long number(JsonNode item, String name) {
    return item.path(name).path("N").asLong();
  }
}
