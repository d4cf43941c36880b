// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The AWS query protocol: a form whose names are paths, such as {@code MetricData.member.1.Value}.
 */
final class QueryForm {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SortedMap<String, String> fields = new TreeMap<>();

  QueryForm(String body) {
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The input of an operation as JSON; names that its shape does not know stay visible. */
  JsonNode input(ServiceModel service, String shape) {
    fields.remove("Action");
    fields.remove("Version");
    return value(service, shape, "");
  }

  private JsonNode value(ServiceModel service, String shapeName, String path) {
    JsonNode shape = service.shape(shapeName);
    String text = fields.getOrDefault(path, "");
    return switch (shape.get("type").asText()) {
      case "structure" -> structure(service, shape, path);
      case "list" -> list(service, shape, path);
      case "map" -> map(service, shape, path);
      case "boolean" -> NODES.booleanNode(Boolean.parseBoolean(text));
      case "integer", "long" -> NODES.numberNode(Long.parseLong(text));
      case "double", "float" -> NODES.numberNode(Double.parseDouble(text));
      default -> NODES.textNode(text);
    };
  }

  private ObjectNode structure(ServiceModel service, JsonNode shape, String path) {
    ObjectNode structure = NODES.objectNode();
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String name : names(prefix)) {
      JsonNode member = shape.get("members").get(name);
      structure.set(
          name,
          member == null
              ? NODES.textNode(get(prefix + name))
              : value(service, member.get("shape").asText(), prefix + name));
    }
    return structure;
  }

  private ArrayNode list(ServiceModel service, JsonNode shape, String path) {
    ArrayNode list = NODES.arrayNode();
    String prefix = path + ".member.";
    for (int i = 1; has(prefix + i); i++) {
      list.add(value(service, shape.at("/member/shape").asText(), prefix + i));
    }
    return list;
  }

  private ObjectNode map(ServiceModel service, JsonNode shape, String path) {
    ObjectNode map = NODES.objectNode();
    String prefix = path + ".entry.";
    for (int i = 1; has(prefix + i); i++) {
      String key = shape.at("/key/locationName").asText("key");
      String value = shape.at("/value/locationName").asText("value");
      map.set(
          get(prefix + i + "." + key),
          value(service, shape.at("/value/shape").asText(), prefix + i + "." + value));
    }
    return map;
  }

  private boolean has(String path) {
    return fields.containsKey(path) || !fields.subMap(path + ".", path + "/").isEmpty();
  }

  private Iterable<String> names(String prefix) {
    Map<String, String> names = new TreeMap<>();
    for (String field : fields.keySet()) {
      if (field.startsWith(prefix)) {
        int dot = field.indexOf('.', prefix.length());
        names.put(field.substring(prefix.length(), dot < 0 ? field.length() : dot), "");
      }
    }
    return names.keySet();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
