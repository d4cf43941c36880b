// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.proto;

import dev.clew.exporter.sender.JsonQuotes;
import dev.clew.exporter.sender.ProtoReader;
import java.util.Base64;

/**
 * Writes OTLP protobuf as <a
 * href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP JSON</a>. Fields
 * that it does not know are left out; of a field that is there twice the last one counts.
 *
 * <p>Every field is looked for by going through its message once more: messages have few fields,
 * and nothing needs to be kept. For one thread.
 */
public final class OtlpJson {

  /** As deep as protobuf's own readers go. */
  private static final int MAX_DEPTH = 100;

  private final StringBuilder out;
  private int depth;

  /** Writes to the end of a text. */
  public OtlpJson(StringBuilder out) {
    this.out = out;
  }

  /**
   * Writes a message, in braces.
   *
   * @throws IllegalArgumentException where the bytes are no message, or nested too deep; part of it
   *     may have been written
   */
  public void message(Schema schema, byte[] bytes, int offset, int length) {
    out.append('{');
    fields(schema, bytes, offset, length);
    out.append('}');
  }

  /**
   * Writes the fields of a message, without braces.
   *
   * @return whether there were any
   * @throws IllegalArgumentException as {@link #message}
   */
  public boolean fields(Schema schema, byte[] bytes, int offset, int length) {
    if (depth == MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
    }
    int before = out.length();
    depth++;
    try {
      Field only = schema.isOneOf() ? last(schema, new ProtoReader(bytes, offset, length)) : null;
      for (Field field : schema.fields()) {
        if (!schema.isOneOf() || field == only) {
          field(field, new ProtoReader(bytes, offset, length), out.length() == before);
        }
      }
    } finally {
      depth--;
    }
    return out.length() > before;
  }

  private static Field last(Schema schema, ProtoReader reader) {
    Field last = null;
    while (reader.next()) {
      for (Field field : schema.fields()) {
        last = field.isAt(reader) ? field : last;
      }
    }
    return last;
  }

  private void field(Field field, ProtoReader reader, boolean first) {
    boolean found = false;
    int valueAt = 0;
    while (reader.next()) {
      if (!field.isAt(reader)) {
        continue;
      }
      if (!found) {
        name(field, first);
        valueAt = out.length();
        found = true;
      } else if (field.repeated()) {
        out.append(',');
      } else {
        out.setLength(valueAt);
      }
      value(field, reader);
    }
    if (found && field.repeated()) {
      out.append(']');
    }
  }

  private void name(Field field, boolean first) {
    out.append(first ? "\"" : ",\"").append(field.name()).append("\":");
    if (field.repeated()) {
      out.append('[');
    }
  }

  private void value(Field field, ProtoReader reader) {
    long bits = reader.bits();
    switch (field.kind()) {
      case MESSAGE -> message(field.schema(), reader.bytes(), reader.start(), reader.length());
      case STRING -> JsonQuotes.append(out, reader.text());
      case HEX -> out.append('"').append(reader.hex()).append('"');
      case BASE64 -> base64(reader);
      case BOOL -> out.append(bits != 0);
      case UINT32, FIXED32 -> out.append(bits & 0xffff_ffffL);
      case ENUM -> out.append((int) bits);
      case INT64 -> out.append('"').append(bits).append('"');
      case FIXED64 -> out.append('"').append(Long.toUnsignedString(bits)).append('"');
      case DOUBLE -> number(Double.longBitsToDouble(bits));
    }
  }

  private void base64(ProtoReader reader) {
    byte[] copy = new byte[reader.length()];
    System.arraycopy(reader.bytes(), reader.start(), copy, 0, copy.length);
    out.append('"').append(Base64.getEncoder().encodeToString(copy)).append('"');
  }

  /** JSON has no number for what is none. */
  private void number(double value) {
    if (Double.isFinite(value)) {
      out.append(value);
    } else {
      out.append('"').append(value).append('"');
    }
  }
}
