// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What another implementation makes of the same headers: see ORIGIN.md. */
final class RecordedCases {

  private RecordedCases() {}

  static Stream<JsonNode> extract() {
    return StreamSupport.stream(read().get("extract").spliterator(), false);
  }

  static Stream<JsonNode> inject() {
    return StreamSupport.stream(read().get("inject").spliterator(), false);
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
    return texts;
  }

  static TextMapPropagator propagator(JsonNode recorded) {
    return Testing.propagator(recorded.get("propagator").textValue());
  }

  private static JsonNode read() {
    try (InputStream json = RecordedCases.class.getResourceAsStream("propagators.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
