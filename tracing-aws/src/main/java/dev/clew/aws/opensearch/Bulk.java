// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.aws.sender.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Requests and answers of OpenSearch's Bulk API. */
final class Bulk {

  /** With as much in the answer as is looked at; its items are in the order of the request. */
  static final String PATH = "/_bulk?filter_path=errors,items.*.status,items.*.error.type";

  private static final int MALFORMED = 400;

  private Bulk() {}

  static byte[] request(List<SpanDocument> documents) {
    StringBuilder lines = new StringBuilder();
    documents.forEach(document -> document.appendTo(lines));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What has not been indexed and is to be sent again; what never will be is counted.
   *
   * @throws SdkClientException where the answer is none, so that nobody knows
   */
  static List<SpanDocument> left(List<SpanDocument> documents, byte[] answer, Delivery delivery) {
    JsonNode parsed = parse(answer);
    if (!parsed.field("errors").map(JsonNode::asBoolean).orElse(true)) {
      return List.of();
    }
    List<JsonNode> items = parsed.field("items").map(JsonNode::asArray).orElse(List.of());
    if (items.size() != documents.size()) {
      throw SdkClientException.create("OpenSearch told of " + items.size() + " documents");
    }
    List<SpanDocument> left = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Map<String, JsonNode> result = items.get(i).field("index").orElseThrow().asObject();
      int status = Integer.parseInt(result.get("status").asNumber());
      SpanDocument document = documents.get(i);
      if (status == MALFORMED && document.isMapped()) {
        left.add(document.asText());
      } else if (status == MALFORMED) {
        delivery.reject(1, "OpenSearch refused a document: " + type(result));
      } else if (status / 100 != 2) {
        left.add(document);
      }
    }
    return left;
  }

  private static JsonNode parse(byte[] answer) {
    try {
      JsonNode parsed = JsonNode.parser().parse(new String(answer, StandardCharsets.UTF_8));
      if (parsed.isObject()) {
        return parsed;
      }
    } catch (RuntimeException malformed) {
      throw SdkClientException.create("OpenSearch's answer is no JSON", malformed);
    }
    throw SdkClientException.create("OpenSearch's answer is no JSON object");
  }

  private static String type(Map<String, JsonNode> result) {
    JsonNode error = result.get("error");
    return error == null ? "" : error.field("type").map(JsonNode::text).orElse("");
  }
}
