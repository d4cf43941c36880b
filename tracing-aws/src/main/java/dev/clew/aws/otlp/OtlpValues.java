// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.otlp;

import dev.clew.exporter.sender.ProtoReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes; field numbers are those of {@code common.proto}. */
public final class OtlpValues {

  private static final int MAX_DEPTH = 20;

  private OtlpValues() {}

  /**
   * The attributes of a resource.
   *
   * @param resourcePrefix as {@link dev.clew.exporter.sender.Batch#resourcePrefix} gives it
   * @throws IllegalArgumentException where it is none
   */
  public static Map<String, Object> resource(byte[] resourcePrefix) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    ProtoReader fields = new ProtoReader(resourcePrefix);
    while (fields.next()) {
      if (fields.is(1)) {
        list(fields.message(), attributes, 0);
      }
    }
    return attributes;
  }

  /** The name of the service that a resource is; as the conventions have it where it has none. */
  public static String service(Map<String, Object> resource) {
    String name = String.valueOf(resource.getOrDefault("service.name", ""));
    return name.isBlank() ? "unknown_service" : name;
  }

  static void entry(ProtoReader fields, Map<String, Object> into, int depth) {
    String key = "";
    Object value = "";
    while (fields.next()) {
      if (fields.is(1)) {
        key = fields.text();
      } else if (fields.is(2)) {
        value = value(fields.message(), depth);
      }
    }
    into.put(key, value);
  }

  private static Object value(ProtoReader fields, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
    }
    Object value = "";
    while (fields.next()) {
      value =
          switch (fields.field()) {
            case 1 -> fields.text();
            case 2 -> fields.bits() != 0;
            case 3 -> fields.bits();
            case 4 -> Double.longBitsToDouble(fields.bits());
            case 5 -> array(fields.message(), depth + 1);
            case 6 -> list(fields.message(), new LinkedHashMap<>(), depth + 1);
            case 7 ->
                Arrays.copyOfRange(
                    fields.bytes(), fields.start(), fields.start() + fields.length());
            default -> value;
          };
    }
    return value;
  }

  private static List<Object> array(ProtoReader fields, int depth) {
    List<Object> values = new ArrayList<>();
    while (fields.next()) {
      if (fields.is(1)) {
        values.add(value(fields.message(), depth));
      }
    }
    return values;
  }

  private static Map<String, Object> list(ProtoReader fields, Map<String, Object> into, int depth) {
    while (fields.next()) {
      if (fields.is(1)) {
        entry(fields.message(), into, depth);
      }
    }
    return into;
  }
}
