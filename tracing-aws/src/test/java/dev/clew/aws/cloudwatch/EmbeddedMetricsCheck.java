// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the specification of the embedded metric format demands of an event. */
final class EmbeddedMetricsCheck {

  /** Of those that CloudWatch knows, what is used here. */
  private static final Set<String> UNITS = Set.of("Count", "Milliseconds");

  /** Older agents and regions take no more. */
  private static final int MAX_BYTES = 256 * 1024;

  private final List<String> violations = new ArrayList<>();
  private final JsonNode root;

  private EmbeddedMetricsCheck(JsonNode root) {
    this.root = root;
  }

  static List<String> violations(JsonNode root) {
    EmbeddedMetricsCheck check = new EmbeddedMetricsCheck(root);
    check.root();
    return check.violations;
  }

  private void root() {
    check(root.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES, "too long");
    JsonNode metadata = root.path("_aws");
    check(metadata.path("Timestamp").isIntegralNumber(), "no time stamp");
    check(metadata.path("Timestamp").asLong() > 1_000_000_000_000L, "no milliseconds");
    check(metadata.path("CloudWatchMetrics").size() > 0, "no directives");
    metadata.path("CloudWatchMetrics").forEach(this::directive);
  }

  private void directive(JsonNode directive) {
    check(directive.path("Namespace").asText().matches("[\\w./#:-]{1,255}"), "namespace");
    check(directive.path("Dimensions").size() > 0, "no dimensions");
    for (JsonNode set : directive.path("Dimensions")) {
      check(set.isArray() && set.size() <= 30, "a set of dimensions");
      set.forEach(name -> dimension(name.asText(), root.path(name.asText())));
    }
    check(directive.path("Metrics").size() <= 100, "more than 100 metrics");
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      check(UNITS.contains(metric.path("Unit").asText()), "unit of " + name);
      values(name, root.path(name));
    }
  }

  private void dimension(String name, JsonNode value) {
    check(value.isTextual(), "dimension " + name + " is no text");
    String text = value.asText();
    check(!text.isBlank() && text.length() <= 1024, "dimension " + name + " is " + text);
    check(text.chars().allMatch(c -> c >= ' ' && c < 0x7f), name + " is not ASCII");
  }

  private void values(String name, JsonNode values) {
    check(values.isArray() && values.size() >= 1 && values.size() <= 100, name + " is " + values);
    values.forEach(value -> check(value.isNumber(), name + " has " + value));
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }

  /** Adds what CloudWatch takes out of it: each value, and one, so that zeros are seen. */
  static void addSums(JsonNode root, Map<String, Double> sums) {
    for (JsonNode directive : root.at("/_aws/CloudWatchMetrics")) {
      for (JsonNode set : directive.get("Dimensions")) {
        StringBuilder dimensions = new StringBuilder();
        set.forEach(name -> dimensions.append('/').append(root.get(name.asText()).asText()));
        for (JsonNode metric : directive.get("Metrics")) {
          String name = metric.get("Name").asText();
          String key = directive.get("Namespace").asText() + ' ' + name + dimensions;
          root.get(name).forEach(value -> sums.merge(key, value.asDouble() + 1, Double::sum));
        }
      }
    }
  }
}
