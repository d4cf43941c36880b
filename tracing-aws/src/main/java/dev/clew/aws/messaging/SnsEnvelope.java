// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What SNS puts around a message on its way into a queue, unless it is delivered raw: JSON with the
 * message's attributes inside.
 */
public final class SnsEnvelope {

  private static final String TYPE = "\"Notification\"";
  private static final String ATTRIBUTES = "MessageAttributes";

  private SnsEnvelope() {}

  /**
   * The texts among the attributes inside; none where the body is no envelope.
   *
   * @param body may be {@code null}
   */
  public static Map<String, String> attributes(String body) {
    if (body == null || !body.startsWith("{") || !body.contains(TYPE)) {
      return Map.of();
    }
    try {
      Map<String, String> texts = new HashMap<>();
      JsonNode.parser()
          .parse(body)
          .field(ATTRIBUTES)
          .filter(JsonNode::isObject)
          .ifPresent(all -> all.asObject().forEach((name, value) -> put(texts, name, value)));
      return texts;
    } catch (RuntimeException noJson) {
      return Map.of();
    }
  }

  private static void put(Map<String, String> texts, String name, JsonNode attribute) {
    attribute
        .field("Value")
        .filter(JsonNode::isString)
        .ifPresent(value -> texts.put(name, value.asString()));
  }
}
