// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.clew.console.store.ValueText;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Attributes as JSON, always written alike: without blanks, and every value as a text, so that one
 * text is all that need be looked for. The exact values are in the span's own column.
 */
final class AttributeText {

  private static final JsonFactory JSON = new JsonFactory();

  private AttributeText() {}

  static String of(List<KeyValue> attributes) {
    if (attributes.isEmpty()) {
      return "{}";
    }
    StringWriter text = new StringWriter(64 * attributes.size());
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      map(generator, attributes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What the text of attributes contains where one has a value. */
  static String piece(String key, String value) {
    return quoted(key) + ":" + quoted(value);
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static void map(JsonGenerator out, List<KeyValue> attributes) throws IOException {
    out.writeStartObject();
    for (KeyValue attribute : attributes) {
      out.writeFieldName(attribute.getKey());
      value(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void value(JsonGenerator out, AnyValue value) throws IOException {
    switch (value.getValueCase()) {
      case KVLIST_VALUE -> map(out, value.getKvlistValue().getValuesList());
      case ARRAY_VALUE -> {
        out.writeStartArray();
        for (AnyValue element : value.getArrayValue().getValuesList()) {
          value(out, element);
        }
        out.writeEndArray();
      }
      // Null for one that has no value.
      default -> out.writeString(ValueText.of(value));
    }
  }
}
