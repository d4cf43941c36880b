// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares a value with a shape of a model: members, types, lengths, ranges, patterns, choices. */
final class ShapeCheck {

  private final ServiceModel service;
  private final List<String> violations = new ArrayList<>();

  ShapeCheck(ServiceModel service) {
    this.service = service;
  }

  List<String> violations(String path, String shape, JsonNode value) {
    check(path, shape, value);
    return violations;
  }

  private void check(String path, String shapeName, JsonNode value) {
    JsonNode shape = service.shape(shapeName);
    String type = shape.get("type").asText();
    switch (type) {
      case "structure" -> structure(path, shape, value);
      case "list" -> list(path, shape, value);
      case "map" -> map(path, shape, value);
      case "string" -> string(path, shape, value);
      case "blob" -> blob(path, shape, value);
      case "boolean" -> expect(value.isBoolean(), path, "is no " + type, value);
      case "timestamp" ->
          expect(value.isNumber() || value.isTextual(), path, "is no " + type, value);
      case "integer", "long" -> number(path, shape, value, value.isIntegralNumber());
      default -> number(path, shape, value, value.isNumber());
    }
  }

  private void structure(String path, JsonNode shape, JsonNode value) {
    if (!expect(value.isObject(), path, "is no structure", value)) {
      return;
    }
    JsonNode members = shape.get("members");
    for (JsonNode required : shape.path("required")) {
      expect(value.hasNonNull(required.asText()), path, "lacks " + required.asText(), value);
    }
    for (Map.Entry<String, JsonNode> given : value.properties()) {
      JsonNode member = members.get(given.getKey());
      if (expect(member != null, path, "knows no " + given.getKey(), value)) {
        check(path + "." + given.getKey(), member.get("shape").asText(), given.getValue());
      }
    }
  }

  private void list(String path, JsonNode shape, JsonNode value) {
    if (expect(value.isArray(), path, "is no list", value)) {
      size(path, shape, value.size(), "entries");
      for (int i = 0; i < value.size(); i++) {
        check(path + "[" + i + "]", shape.at("/member/shape").asText(), value.get(i));
      }
    }
  }

  private void map(String path, JsonNode shape, JsonNode value) {
    if (expect(value.isObject(), path, "is no map", value)) {
      size(path, shape, value.size(), "entries");
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String inside = path + "{" + entry.getKey() + "}";
        string(inside, service.shape(shape.at("/key/shape").asText()), text(entry.getKey()));
        check(inside, shape.at("/value/shape").asText(), entry.getValue());
      }
    }
  }

  private static JsonNode text(String text) {
    return ServiceModel.JSON.getNodeFactory().textNode(text);
  }

  private void string(String path, JsonNode shape, JsonNode value) {
    if (!expect(value.isTextual(), path, "is no text", value)) {
      return;
    }
    String text = value.asText();
    size(path, shape, text.codePointCount(0, text.length()), "characters");
    if (shape.has("pattern")) {
      String pattern = shape.get("pattern").asText();
      expect(Pattern.matches("(?s)" + pattern, text), path, "is not " + pattern, value);
    }
    if (shape.has("enum")) {
      boolean known = false;
      for (JsonNode constant : shape.get("enum")) {
        known |= constant.equals(value);
      }
      expect(known, path, "is none of " + shape.get("enum"), value);
    }
  }

  private void blob(String path, JsonNode shape, JsonNode value) {
    if (expect(value.isTextual(), path, "is no blob", value)) {
      size(path, shape, Base64.getDecoder().decode(value.asText()).length, "bytes");
    }
  }

  private void number(String path, JsonNode shape, JsonNode value, boolean isOne) {
    if (expect(isOne, path, "is no " + shape.get("type").asText(), value)) {
      if (shape.has("min")) {
        expect(value.asDouble() >= shape.get("min").asDouble(), path, "is too small", value);
      }
      if (shape.has("max")) {
        expect(value.asDouble() <= shape.get("max").asDouble(), path, "is too large", value);
      }
    }
  }

  private void size(String path, JsonNode shape, long size, String of) {
    long min = shape.path("min").asLong(0);
    long max = shape.path("max").asLong(Long.MAX_VALUE);
    if (size < min || size > max) {
      violations.add(path + " has " + size + " " + of + ", not " + min + " to " + max);
    }
  }

  private boolean expect(boolean holds, String path, String otherwise, JsonNode value) {
    if (!holds) {
      String text = value.toString();
      violations.add(
          path + " " + otherwise + ": " + text.substring(0, Math.min(200, text.length())));
    }
    return holds;
  }
}
