// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads OTLP's JSON into any of its messages, by their descriptors. Protobuf's own JSON reader
 * takes ids for base64, where OTLP has hexadecimal digits. Fields that are not known are skipped,
 * as the protocol asks for.
 */
final class OtlpJsonReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // A message takes two: itself, and the array that it is in.
                  .maxNestingDepth(2 * Encoding.MAX_DEPTH + 2)
                  // The size of the whole request is limited before.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** The fields of a message by both names that JSON may give them. */
  private static final Map<String, Map<String, FieldDescriptor>> FIELDS = new ConcurrentHashMap<>();

  private static final Set<FieldDescriptor.Type> UNSIGNED =
      EnumSet.of(
          FieldDescriptor.Type.UINT32,
          FieldDescriptor.Type.FIXED32,
          FieldDescriptor.Type.UINT64,
          FieldDescriptor.Type.FIXED64);

  /** The longest text of a 64-bit number has 20 characters; converting longer ones takes long. */
  private static final int LONGEST_NUMBER = 24;

  private final JsonParser parser;

  private OtlpJsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads one object into a message.
   *
   * @throws IOException where the text is no JSON, or not of the message's types
   */
  static void read(byte[] text, Message.Builder into) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      OtlpJsonReader reader = new OtlpJsonReader(parser);
      reader.expect(parser.nextToken() == JsonToken.START_OBJECT, "an object");
      reader.message(into, 1);
      reader.expect(parser.nextToken() == null, "nothing after the object");
    }
  }

  private void message(Message.Builder into, int depth) throws IOException {
    expect(depth <= Encoding.MAX_DEPTH, "less depth");
    Map<String, FieldDescriptor> fields = fieldsOf(into);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      FieldDescriptor field = fields.get(parser.currentName());
      JsonToken token = parser.nextToken();
      if (field == null) {
        parser.skipChildren();
      } else if (token == JsonToken.VALUE_NULL) {
        into.clearField(field);
      } else if (field.isRepeated()) {
        expect(token == JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          into.addRepeatedField(field, value(field, into, depth));
        }
      } else {
        into.setField(field, value(field, into, depth));
      }
    }
  }

  private static Map<String, FieldDescriptor> fieldsOf(Message.Builder message) {
    return FIELDS.computeIfAbsent(
        message.getDescriptorForType().getFullName(),
        name -> {
          Map<String, FieldDescriptor> fields = new ConcurrentHashMap<>();
          for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            fields.put(field.getName(), field);
            fields.put(field.getJsonName(), field);
          }
          return fields;
        });
  }

  private Object value(FieldDescriptor field, Message.Builder parent, int depth)
      throws IOException {
    return switch (field.getJavaType()) {
      case MESSAGE -> {
        expect(parser.currentToken() == JsonToken.START_OBJECT, "an object");
        Message.Builder child = parent.newBuilderForField(field);
        message(child, depth + 1);
        yield child.build();
      }
      case STRING -> text();
      case BYTE_STRING -> JsonBytes.of(field, text());
      case BOOLEAN -> parser.getBooleanValue();
      case INT -> (int) integer(field);
      case LONG -> integer(field);
      case DOUBLE -> number();
      case FLOAT -> (float) number();
      case ENUM -> enumValue(field);
    };
  }

  private String text() throws IOException {
    expect(parser.currentToken() == JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  /** 64-bit numbers are strings in protobuf's JSON; plain numbers are allowed, too. */
  private long integer(FieldDescriptor field) throws IOException {
    expect(parser.getTextLength() <= LONGEST_NUMBER, "a shorter number");
    BigInteger value =
        parser.currentToken() == JsonToken.VALUE_STRING
            ? new BigInteger(parser.getText())
            : parser.getBigIntegerValue();
    boolean unsigned = UNSIGNED.contains(field.getType());
    int bits = field.getJavaType() == FieldDescriptor.JavaType.INT ? 32 : 64;
    expect(
        unsigned ? value.signum() >= 0 && value.bitLength() <= bits : value.bitLength() < bits,
        "a number of " + bits + " bits");
    return value.longValue();
  }

  private double number() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Double.parseDouble(parser.getText())
        : parser.getDoubleValue();
  }

  /** OTLP has numbers; names are what senders of protobuf's own JSON write. */
  private EnumValueDescriptor enumValue(FieldDescriptor field) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return field.getEnumType().findValueByNumberCreatingIfUnknown(parser.getIntValue());
    }
    EnumValueDescriptor named = field.getEnumType().findValueByName(parser.getText());
    expect(named != null, "a name or number of " + field.getEnumType().getName());
    return named;
  }

  private void expect(boolean met, String expected) throws IOException {
    if (!met) {
      throw new IOException(expected + " expected at " + parser.currentLocation().getByteOffset());
    }
  }
}
