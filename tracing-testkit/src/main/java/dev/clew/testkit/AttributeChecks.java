// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares attributes with the registry. Immutable. */
final class AttributeChecks {

  private static final List<String> OWN = List.of("clew.", "test.", "app.");

  private final SemanticConventions registry;
  private final List<String> ownPrefixes;

  AttributeChecks(SemanticConventions registry, List<String> ownPrefixes) {
    this.registry = registry;
    this.ownPrefixes = Stream.concat(OWN.stream(), ownPrefixes.stream()).toList();
  }

  void check(List<KeyValue> attributes, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (KeyValue attribute : attributes) {
      String key = attribute.getKey();
      findings.require(!key.isEmpty(), "has an attribute without a key");
      findings.require(seen.add(key), "has the attribute " + key + " twice");
      findings.require(
          attribute.getValue().getValueCase() != AnyValue.ValueCase.VALUE_NOT_SET,
          "has the attribute " + key + " without a value");
      registered(key, type(attribute.getValue()), findings);
    }
    seen.forEach(key -> notBelowAnother(key, seen, findings));
  }

  /** Stores that make objects of dotted names cannot have both; the conventions forbid it. */
  private static void notBelowAnother(String key, Set<String> all, Findings findings) {
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      String above = key.substring(0, dot);
      findings.require(
          !all.contains(above), "has the attribute " + key + " beside one that is named " + above);
    }
  }

  private void registered(String key, String type, Findings findings) {
    SemanticConventions.Attribute known = registry.find(key);
    if (known == null) {
      findings.require(
          ownPrefixes.stream().anyMatch(key::startsWith),
          "has the attribute " + key + ", which is not in the semantic conventions");
      return;
    }
    findings.require(!known.deprecated(), "has the deprecated attribute " + key);
    boolean fits = known.type().equals("any") || known.type().equals(type) || type.equals("[]");
    findings.require(
        fits, "has the attribute " + key + " of type " + type + " instead of " + known.type());
  }

  private static String type(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> "string";
      case BOOL_VALUE -> "boolean";
      case INT_VALUE -> "int";
      case DOUBLE_VALUE -> "double";
      case ARRAY_VALUE -> arrayType(value.getArrayValue());
      case KVLIST_VALUE -> "map";
      case BYTES_VALUE -> "bytes";
      default -> "nothing";
    };
  }

  private static String arrayType(ArrayValue array) {
    return array.getValuesCount() == 0 ? "[]" : type(array.getValues(0)) + "[]";
  }
}
