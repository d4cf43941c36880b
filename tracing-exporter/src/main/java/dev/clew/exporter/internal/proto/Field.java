// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.proto;

import dev.clew.exporter.sender.ProtoReader;

/**
 * A field of a message.
 *
 * @param name as in JSON
 * @param schema of the message; {@code null} for what is none
 */
record Field(int number, String name, Kind kind, boolean repeated, Schema schema) {

  /** How a value stands in protobuf, and what becomes of it in JSON. */
  enum Kind {
    MESSAGE(ProtoReader.LENGTH),
    STRING(ProtoReader.LENGTH),
    /** Ids: the one thing where OTLP departs from protobuf's own JSON. */
    HEX(ProtoReader.LENGTH),
    BASE64(ProtoReader.LENGTH),
    BOOL(ProtoReader.VARINT),
    UINT32(ProtoReader.VARINT),
    /** A number, as OTLP has it, not the constant's name. */
    ENUM(ProtoReader.VARINT),
    /** 64 bits are text: many readers of JSON would round a number. */
    INT64(ProtoReader.VARINT),
    FIXED64(ProtoReader.FIXED64),
    DOUBLE(ProtoReader.FIXED64),
    FIXED32(ProtoReader.FIXED32);

    final int wireType;

    Kind(int wireType) {
      this.wireType = wireType;
    }
  }

  static Field of(int number, String name, Kind kind) {
    return new Field(number, name, kind, false, null);
  }

  static Field message(int number, String name, Schema schema) {
    return new Field(number, name, Kind.MESSAGE, false, schema);
  }

  static Field list(int number, String name, Schema schema) {
    return new Field(number, name, Kind.MESSAGE, true, schema);
  }

  static Field texts(int number, String name) {
    return new Field(number, name, Kind.STRING, true, null);
  }

  /** Whether the reader stands at it; what has another wire type is some other field. */
  boolean isAt(ProtoReader reader) {
    return reader.field() == number && reader.type() == kind.wireType;
  }
}
