// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes any of OTLP's messages as its JSON: what {@link OtlpJsonReader} reads. */
final class OtlpJsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator generator;

  private OtlpJsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  static byte[] write(Message message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      new OtlpJsonWriter(generator).message(message);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void message(Message message) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      generator.writeFieldName(field.getJsonName());
      if (field.isRepeated()) {
        generator.writeStartArray();
        for (Object element : (List<?>) entry.getValue()) {
          value(field, element);
        }
        generator.writeEndArray();
      } else {
        value(field, entry.getValue());
      }
    }
    generator.writeEndObject();
  }

  private void value(FieldDescriptor field, Object value) throws IOException {
    switch (field.getJavaType()) {
      case MESSAGE -> message((Message) value);
      case STRING -> generator.writeString((String) value);
      case BYTE_STRING -> generator.writeString(JsonBytes.text(field, (ByteString) value));
      case BOOLEAN -> generator.writeBoolean((Boolean) value);
      case INT -> generator.writeNumber(Integer.toUnsignedLong((Integer) value));
      case LONG -> generator.writeString(longText(field, (Long) value));
      case DOUBLE -> generator.writeNumber((Double) value);
      case FLOAT -> generator.writeNumber((Float) value);
      case ENUM -> generator.writeNumber(((EnumValueDescriptor) value).getNumber());
    }
  }

  private static String longText(FieldDescriptor field, long value) {
    return field.getType() == FieldDescriptor.Type.INT64
        ? Long.toString(value)
        : Long.toUnsignedString(value);
  }
}
