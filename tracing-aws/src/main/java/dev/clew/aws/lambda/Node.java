// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A part of an event, whatever a function gets it as: a map, JSON, or a bean of a library of
 * events. What is not there is {@code null} inside, never an exception.
 */
record Node(Object value) {

  static Node parse(String json) {
    try {
      return new Node(JsonNode.parser().parse(json));
    } catch (RuntimeException noJson) {
      return new Node(null);
    }
  }

  boolean isPresent() {
    return value != null && !(value instanceof JsonNode json && json.isNull());
  }

  /** A member; upper and lower case are alike, as beans and JSON differ in it. */
  Node get(String name) {
    if (value instanceof Map<?, ?> map) {
      return new Node(find(map, name));
    }
    if (value instanceof JsonNode json) {
      return new Node(json.isObject() ? find(json.asObject(), name) : null);
    }
    return new Node(value == null ? null : property(name));
  }

  /** {@code null} where it is no text and no number. */
  String text() {
    if (value instanceof JsonNode json) {
      return json.isString() ? json.asString() : json.isNumber() ? json.asNumber() : null;
    }
    return value instanceof CharSequence || value instanceof Number ? value.toString() : null;
  }

  List<Node> list() {
    List<Node> nodes = new ArrayList<>();
    Object elements =
        value instanceof JsonNode json ? json.isArray() ? json.asArray() : null : value;
    if (elements instanceof Iterable<?> each) {
      each.forEach(element -> nodes.add(new Node(element)));
    }
    return nodes;
  }

  /** Members by their names, whatever their case. */
  Map<String, Node> members() {
    Map<String, Node> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Object all = value instanceof JsonNode json ? json.isObject() ? json.asObject() : null : value;
    if (all instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), new Node(member)));
    }
    return members;
  }

  private static Object find(Map<?, ?> map, String name) {
    Object exact = map.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private Object property(String name) {
    String getter = "get" + name.toLowerCase(Locale.ROOT);
    try {
      for (Method method : value.getClass().getMethods()) {
        if (method.getParameterCount() == 0
            && method.getName().toLowerCase(Locale.ROOT).equals(getter)) {
          return method.invoke(value);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      // As if it were not there: the event is the application's.
    }
    return null;
  }
}
