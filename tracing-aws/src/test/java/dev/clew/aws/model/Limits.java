// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Limits that AWS documents in words: its models do not have them. */
final class Limits {

  private static final int KILO = 1024;

  private final List<String> violations = new ArrayList<>();

  private Limits() {}

  static List<String> violations(String operation, JsonNode input) {
    Limits limits = new Limits();
    switch (operation) {
      case "PutMetricData" -> limits.metrics(input.path("MetricData"));
      case "PutRecords" -> limits.records(input.path("Records"));
      case "PutEvents" -> limits.events(input.path("Entries"));
      case "Publish" -> limits.messages(List.of(input));
      case "PublishBatch" -> limits.messages(input.path("PublishBatchRequestEntries"));
      case "PutTraceSegments" -> limits.segments(input.path("TraceSegmentDocuments"));
      case "TransactWriteItems" -> limits.items(input.path("TransactItems"));
      default -> {}
    }
    return limits.violations;
  }

  private void metrics(JsonNode metrics) {
    check(metrics.size() <= 1_000, "more than 1,000 metrics");
    for (JsonNode metric : metrics) {
      int values = metric.path("Values").size();
      check(values <= 150, "more than 150 values");
      check(
          !metric.has("Counts") || metric.get("Counts").size() == values,
          "another number of counts than of values");
      Set<JsonNode> unique = new HashSet<>();
      metric.path("Values").forEach(unique::add);
      check(unique.size() == values, "a value that is there twice");
      Set<String> names = new HashSet<>();
      for (JsonNode dimension : metric.path("Dimensions")) {
        check(names.add(dimension.get("Name").asText()), "a dimension that is there twice");
        String value = dimension.get("Value").asText();
        check(
            !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 0x7f),
            "a dimension that is not in ASCII: " + value);
      }
    }
  }

  private void records(JsonNode records) {
    long bytes = 0;
    for (JsonNode record : records) {
      bytes += record.get("Data").asText().length() * 3L / 4;
      bytes += record.get("PartitionKey").asText().length();
    }
    check(bytes <= 10 << 20, "more than 10 MiB of records");
  }

  private void events(JsonNode entries) {
    long bytes = 0;
    for (JsonNode entry : entries) {
      bytes += bytes(entry.path("Source")) + bytes(entry.path("DetailType"));
      bytes += bytes(entry.path("Detail"));
      for (JsonNode resource : entry.path("Resources")) {
        bytes += bytes(resource);
      }
      String header = entry.path("TraceHeader").asText();
      check(header.length() <= 500, "a header of " + header.length() + " characters");
    }
    check(bytes <= 256 * KILO, "events of " + bytes + " bytes");
  }

  private void messages(Iterable<JsonNode> messages) {
    long bytes = 0;
    int count = 0;
    for (JsonNode message : messages) {
      count++;
      bytes += bytes(message.path("Message")) + bytes(message.path("Subject"));
      for (Map.Entry<String, JsonNode> each : message.path("MessageAttributes").properties()) {
        bytes += each.getKey().length();
        bytes += bytes(each.getValue().path("DataType"));
        bytes += bytes(each.getValue().path("StringValue"));
      }
    }
    check(count <= 10, "more than 10 messages");
    check(bytes <= 256 * KILO, "messages of " + bytes + " bytes");
  }

  private static long bytes(JsonNode text) {
    return text.asText().getBytes(StandardCharsets.UTF_8).length;
  }

  private void segments(JsonNode documents) {
    check(documents.size() <= 50, "more than 50 documents");
    for (JsonNode document : documents) {
      atMost("a document", document, 64 * KILO);
    }
  }

  /** JSON is longer than what DynamoDB counts, but for an envelope of 1 % or so. */
  private void items(JsonNode writes) {
    Set<String> keys = new HashSet<>();
    for (JsonNode write : writes) {
      JsonNode put = write.get("Put");
      JsonNode item = put.get("Item");
      check(
          keys.add(put.get("TableName") + "/" + item.get("trace_id") + "/" + item.get("span_id")),
          "two operations on one item");
    }
    atMost("a transaction", writes, 6 << 20);
  }

  private void atMost(String what, JsonNode value, int bytes) {
    String text = value.isTextual() ? value.asText() : value.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    check(length <= bytes, what + " of " + length + " bytes, more than " + bytes);
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
