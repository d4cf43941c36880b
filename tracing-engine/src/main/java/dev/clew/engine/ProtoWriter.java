// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes protobuf from its end to its beginning: by the time a length is written, what it measures
 * is already there, so that one pass does. For use by one thread at a time.
 */
final class ProtoWriter {

  /** Thrown, without a stack trace, by whatever would make the message longer than allowed. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("the message is too long", null, false, false);
    }
  }

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int MAX_VARINT_BYTES = 10;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG_BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] buffer;
  private int start;
  private int max;

  ProtoWriter(int capacity) {
    buffer = new byte[capacity];
    clear(Integer.MAX_VALUE);
  }

  /** Begins a message of at most {@code maxBytes}. */
  void clear(int maxBytes) {
    max = maxBytes;
    start = buffer.length;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Where in {@link #buffer} the message begins; it ends where the buffer ends. */
  int start() {
    return start;
  }

  /** A copy of the message. */
  byte[] toByteArray() {
    return Arrays.copyOfRange(buffer, start, buffer.length);
  }

  int capacity() {
    return buffer.length;
  }

  /** How much has been written: also the mark of the place reached, for {@link #message}. */
  int length() {
    return buffer.length - start;
  }

  /** Puts tag and length before what was written since the mark. */
  void message(int field, int mark) {
    int length = length() - mark;
    varint(length);
    tag(field, LENGTH);
  }

  void fixed64(int field, long value) {
    room(8);
    start -= 8;
    LONG.set(buffer, start, value);
    tag(field, FIXED64);
  }

  void fixed32(int field, int value) {
    room(4);
    start -= 4;
    INT.set(buffer, start, value);
    tag(field, FIXED32);
  }

  void doubleValue(int field, double value) {
    fixed64(field, Double.doubleToRawLongBits(value));
  }

  void number(int field, long value) {
    varint(value);
    tag(field, VARINT);
  }

  /** A number that is left out where it is 0, as protobuf does with defaults. */
  void count(int field, int value) {
    if (value != 0) {
      number(field, value);
    }
  }

  void spanId(int field, long id) {
    int mark = length();
    bigEndian(id);
    message(field, mark);
  }

  void traceId(int field, long high, long low) {
    int mark = length();
    bigEndian(low);
    bigEndian(high);
    message(field, mark);
  }

  /** Bytes, or the first {@code maxBytes} of them. */
  void bytes(int field, byte[] value, int maxBytes) {
    int mark = length();
    copy(value, Math.min(value.length, maxBytes));
    message(field, mark);
  }

  /** As {@link #string}, for a text that is likely to come again. */
  void text(KnownTexts known, String value, int maxChars) {
    byte[] field = value.length() <= maxChars ? known.field(value) : null;
    if (field == null) {
      string(known.number(), value, maxChars);
    } else {
      copy(field, field.length);
    }
  }

  /** A message as {@link #since} gave it, as any field. */
  void written(int field, byte[] message) {
    copy(message, message.length);
    tag(field, LENGTH);
  }

  /** The message that was written since the mark, but for its tag, which takes a byte. */
  byte[] since(int mark) {
    return Arrays.copyOfRange(buffer, start + 1, buffer.length - mark);
  }

  /** A hash of all that was written since the mark. */
  int hash(int mark) {
    int end = buffer.length - mark;
    long hash = end - start;
    int i = start;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      hash = mix(hash, (long) LONG.get(buffer, i));
    }
    for (; i < end; i++) {
      hash = mix(hash, buffer[i]);
    }
    return (int) hash;
  }

  private static long mix(long hash, long next) {
    long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> Integer.SIZE;
  }

  /** A string, or its first {@code maxChars} characters. */
  void string(int field, String value, int maxChars) {
    int mark = length();
    utf8(value, Texts.end(value, maxChars));
    message(field, mark);
  }

  private void copy(byte[] value, int bytes) {
    room(bytes);
    start -= bytes;
    System.arraycopy(value, 0, buffer, start, bytes);
  }

  private void bigEndian(long value) {
    room(8);
    start -= 8;
    LONG_BIG_ENDIAN.set(buffer, start, value);
  }

  private void tag(int field, int type) {
    varint(field << 3 | type);
  }

  private void varint(long value) {
    room(MAX_VARINT_BYTES);
    if ((value & ~0x7f) == 0) {
      buffer[--start] = (byte) value;
      return;
    }
    int bytes = (70 - Long.numberOfLeadingZeros(value)) / 7;
    start -= bytes;
    int at = start;
    long rest = value;
    for (; (rest & ~0x7f) != 0; rest >>>= 7) {
      buffer[at++] = (byte) (rest | 0x80);
    }
    buffer[at] = (byte) rest;
  }

  private void utf8(String text, int end) {
    room(end);
    byte[] bytes = buffer;
    int at = start;
    int i = end;
    while (i > 0) {
      char c = text.charAt(i - 1);
      if (c >= 0x80) {
        break;
      }
      bytes[--at] = (byte) c;
      i--;
    }
    start = at;
    if (i > 0) {
      start = Utf8.writeBackwards(text, i, roomFor(Utf8.length(text, i)), start);
    }
  }

  private byte[] roomFor(int bytes) {
    room(bytes);
    return buffer;
  }

  private void room(int bytes) {
    if (start < bytes) {
      grow(bytes);
    }
  }

  /** A message at its limit may still be padded by up to a varint: {@link #room} asks for most. */
  private void grow(int bytes) {
    int length = length();
    long needed = (long) length + bytes;
    if (needed > (long) max + MAX_VARINT_BYTES) {
      throw new TooLong();
    }
    byte[] larger =
        new byte[(int) Math.min(Math.max(needed, 2L * buffer.length), Integer.MAX_VALUE - 64)];
    System.arraycopy(buffer, start, larger, larger.length - length, length);
    start = larger.length - length;
    buffer = larger;
  }
}
