// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Members of a JSON object; what is absent, or of another kind than is asked for, is as if it were
 * not there.
 */
record Fields(JsonNode object) {

  /**
   * The members of a document.
   *
   * @throws IllegalArgumentException where it is no JSON object
   */
  static Fields parse(String json) {
    JsonNode parsed;
    try {
      parsed = JsonNode.parser().parse(json);
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("no JSON: " + malformed.getMessage(), malformed);
    }
    // An empty document is nothing at all.
    if (parsed == null || !parsed.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    return new Fields(parsed);
  }

  boolean has(String name) {
    return get(name) != null;
  }

  String text(String name, String otherwise) {
    JsonNode value = get(name);
    return value != null && value.isString() ? value.asString() : otherwise;
  }

  Wildcard wildcard(String name) {
    String pattern = text(name, "*");
    return pattern.equals("*") ? Wildcard.ANY : new Wildcard(pattern);
  }

  double number(String name, double otherwise) {
    JsonNode value = get(name);
    if (value == null || !value.isNumber()) {
      return otherwise;
    }
    double number = Double.parseDouble(value.asNumber());
    return Double.isFinite(number) ? number : otherwise;
  }

  /** A number of seconds as milliseconds. */
  long millis(String name) {
    return (long) (number(name, 0) * 1000);
  }

  /** Empty where there is none. */
  Fields within(String name) {
    JsonNode value = get(name);
    return new Fields(value != null && value.isObject() ? value : JsonNode.emptyObjectNode());
  }

  /** The objects of an array. */
  List<Fields> list(String name) {
    JsonNode value = get(name);
    return value == null || !value.isArray()
        ? List.of()
        : value.asArray().stream().filter(JsonNode::isObject).map(Fields::new).toList();
  }

  Map<String, JsonNode> members() {
    return object.asObject();
  }

  /** {@code null} also for JSON's own. */
  private JsonNode get(String name) {
    JsonNode value = members().get(name);
    return value == null || value.isNull() ? null : value;
  }
}
