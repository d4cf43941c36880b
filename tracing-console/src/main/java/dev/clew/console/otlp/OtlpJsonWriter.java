// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes any of OTLP's messages as its JSON: what {@link OtlpJsonReader} reads. It goes over the
 * message's bytes, in which the elements of a list lie one after another: to ask a message for its
 * fields one by one would make a map of each.
 */
final class OtlpJsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final CodedInputStream in;
  private final JsonGenerator out;

  private OtlpJsonWriter(CodedInputStream in, JsonGenerator out) {
    this.in = in;
    this.out = out;
  }

  static void write(Message message, OutputStream text) throws IOException {
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      new OtlpJsonWriter(CodedInputStream.newInstance(message.toByteArray()), generator)
          .message(JsonFields.of(message.getDescriptorForType()));
    }
  }

  /** What is left of the input, up to its limit. */
  private void message(JsonFields fields) throws IOException {
    out.writeStartObject();
    JsonFields.Field open = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      JsonFields.Field field = fields.find(WireFormat.getTagFieldNumber(tag));
      if (field != open) {
        end(open);
        begin(field);
        open = field;
      }
      if (field == null) {
        in.skipField(tag);
      } else {
        value(field);
      }
    }
    end(open);
    out.writeEndObject();
  }

  private void begin(JsonFields.Field field) throws IOException {
    if (field != null) {
      out.writeFieldName(field.name());
      if (field.isRepeated()) {
        out.writeStartArray();
      }
    }
  }

  private void end(JsonFields.Field field) throws IOException {
    if (field != null && field.isRepeated()) {
      out.writeEndArray();
    }
  }

  private void value(JsonFields.Field field) throws IOException {
    switch (field.type()) {
      case MESSAGE -> nested(field.fields());
      case STRING -> text(in.readByteArray());
      case BYTES -> out.writeString(JsonBytes.text(field.isId(), in.readByteArray()));
      case BOOL -> out.writeBoolean(in.readBool());
      case DOUBLE -> out.writeNumber(in.readDouble());
      case ENUM -> out.writeNumber(in.readEnum());
      case UINT32 -> out.writeNumber(Integer.toUnsignedLong(in.readUInt32()));
      case FIXED32 -> out.writeNumber(Integer.toUnsignedLong(in.readFixed32()));
      case INT32 -> out.writeNumber(in.readInt32());
      case INT64 -> out.writeString(Long.toString(in.readInt64()));
      case FIXED64 -> out.writeString(Long.toUnsignedString(in.readFixed64()));
      default -> throw new IOException("OTLP has no " + field.type());
    }
  }

  private void nested(JsonFields fields) throws IOException {
    int before = in.pushLimit(in.readRawVarint32());
    message(fields);
    in.popLimit(before);
  }

  private void text(byte[] utf8) throws IOException {
    out.writeUTF8String(utf8, 0, utf8.length);
  }
}
