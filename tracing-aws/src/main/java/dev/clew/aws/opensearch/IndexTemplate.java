// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.aws.JsonText;
import dev.clew.aws.sender.SignedPost;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the indexes of a day are made from: types as Trace Analytics expects them. It goes before
 * Data Prepper's own template, for the indexes that end in a date only.
 */
final class IndexTemplate {

  /** The field whose content is kept and not looked into. */
  static final String UNMAPPED = "clew";

  private static final int PRIORITY = 100;
  private static final int VERSION = 1;

  private IndexTemplate() {}

  /** Where it is made, unless it is there. */
  static String path(String index) {
    return "/_index_template/clew-" + index + '-' + VERSION + "?create=true";
  }

  /** Whether an answer says that somebody has made it before. */
  static boolean isThere(SignedPost.Answer answer) {
    return answer.status() == 400
        && new String(answer.body(), StandardCharsets.UTF_8).contains("already exists");
  }

  static byte[] bytes(String index) {
    return JsonText.bytes(
        Map.of(
            "index_patterns",
            List.of(index + "-*.*.*"),
            "priority",
            PRIORITY,
            "version",
            VERSION,
            "template",
            Map.of("mappings", mappings())));
  }

  private static Map<String, Object> mappings() {
    Map<String, Object> fields = new LinkedHashMap<>();
    List.of("traceId", "spanId", "parentSpanId", "kind", "serviceName", "name", "traceGroup")
        .forEach(name -> fields.put(name, keyword()));
    List.of("startTime", "endTime", "@timestamp").forEach(name -> fields.put(name, date()));
    fields.put("durationInNanos", type("long"));
    fields.put("status", properties("code", type("integer"), "message", keyword()));
    fields.put(
        "traceGroupFields",
        properties(
            "endTime", date(),
            "durationInNanos", type("long"),
            "statusCode", type("integer")));
    fields.put("events", nested("name", keyword(), "time", date()));
    fields.put("links", nested("traceId", keyword(), "spanId", keyword()));
    fields.put(UNMAPPED, Map.of("type", "object", "enabled", false));
    return Map.of(
        "date_detection", false, "dynamic_templates", List.of(texts()), "properties", fields);
  }

  /** Texts are compared as a whole, and not at all where they are long. */
  private static Map<String, Object> texts() {
    return Map.of("texts", Map.of("match_mapping_type", "string", "mapping", keyword()));
  }

  private static Map<String, Object> nested(Object... fields) {
    Map<String, Object> nested = new LinkedHashMap<>(properties(fields));
    nested.put("type", "nested");
    return nested;
  }

  private static Map<String, Object> properties(Object... fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      properties.put((String) fields[i], fields[i + 1]);
    }
    return Map.of("properties", properties);
  }

  private static Map<String, Object> keyword() {
    return Map.of("type", "keyword", "ignore_above", 1024);
  }

  private static Map<String, Object> date() {
    return type("date_nanos");
  }

  private static Map<String, Object> type(String name) {
    return Map.of("type", name);
  }
}
