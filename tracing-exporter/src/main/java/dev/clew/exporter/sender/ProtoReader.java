// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Goes through the fields of a protobuf message, as <a
 * href="https://protobuf.dev/programming-guides/encoding/">the encoding</a> has it. Every method
 * throws {@link IllegalArgumentException} where the bytes are no such message, and reads nothing
 * outside of them. For one thread.
 */
public final class ProtoReader {

  /** The wire type of numbers that are written as short as can be. */
  public static final int VARINT = 0;

  /** The wire type of eight bytes. */
  public static final int FIXED64 = 1;

  /** The wire type of messages, texts and bytes. */
  public static final int LENGTH = 2;

  /** The wire type of four bytes. */
  public static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int position;
  private int field;
  private int type;
  private long bits;
  private int start;
  private int length;

  /** Reads a whole array. */
  public ProtoReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** Reads a part of an array. */
  public ProtoReader(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  /** Goes to the next field; {@code false} at the end. */
  public boolean next() {
    if (position == end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) tag & 7;
    if (field == 0 || tag >>> 32 != 0) {
      throw malformed("tag");
    }
    switch (type) {
      case VARINT -> bits = varint();
      case FIXED64 -> bits = fixed(8);
      case LENGTH -> skip(varint());
      case FIXED32 -> bits = fixed(4);
      default -> throw malformed("wire type");
    }
    return true;
  }

  /** The number of the field. */
  public int field() {
    return field;
  }

  /** The wire type of the field. */
  public int type() {
    return type;
  }

  /** Whether the field is a message, a text or bytes with that number. */
  public boolean is(int number) {
    return field == number && type == LENGTH;
  }

  /** The value of a field that is a number, as it is written. */
  public long bits() {
    return bits;
  }

  /** The value of a field that is a message. */
  public ProtoReader message() {
    return new ProtoReader(bytes, start(), length);
  }

  /** The value of a field that is a text; what is not UTF-8 is replaced. */
  public String text() {
    return new String(bytes, start(), length, StandardCharsets.UTF_8);
  }

  /** The value of a field that is bytes, as hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes, start(), start + length);
  }

  /** What it reads from, all of it; not to be modified. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes} the value of a message, a text or bytes begins. */
  public int start() {
    if (type != LENGTH) {
      throw malformed("type of field");
    }
    return start;
  }

  /** How long that value is. */
  public int length() {
    return length;
  }

  private void skip(long size) {
    if (size < 0 || size > end - position) {
      throw malformed("length");
    }
    start = position;
    length = (int) size;
    position += length;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = read();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("number");
  }

  private long fixed(int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (read() & 0xffL) << (8 * i);
    }
    return value;
  }

  private byte read() {
    if (position == end) {
      throw malformed("end");
    }
    return bytes[position++];
  }

  private IllegalArgumentException malformed(String what) {
    return new IllegalArgumentException("malformed protobuf: " + what + " at " + position);
  }
}
