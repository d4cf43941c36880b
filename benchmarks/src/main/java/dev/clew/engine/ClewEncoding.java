// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.benchmarks.encode.Encoding;
import io.opentelemetry.api.trace.Span;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Clew's encoder; it stands here because nobody else may see it. For one thread. */
public final class ClewEncoding implements Encoding {

  private static final int MAX_BYTES = 1 << 16;

  /** Field 2, {@code spans}, of a {@code ScopeSpans}, as a length-delimited field. */
  private static final int SPANS = 2 << 3 | 2;

  private final SpanEncoder encoder = new EncoderPool().take();
  private final RecordingSpan[] spans;

  /** Encodes these, which Clew records and which have not ended. */
  public ClewEncoding(List<Span> recording) {
    spans = recording.toArray(RecordingSpan[]::new);
  }

  @Override
  public int encode() {
    int bytes = 0;
    for (RecordingSpan span : spans) {
      bytes += encode(span).length();
    }
    return bytes;
  }

  private ProtoWriter encode(RecordingSpan span) {
    return encoder.encode(span, span, span.startEpochNanos() + DURATION, MAX_BYTES);
  }

  /** The same as the body of an OTLP {@code ScopeSpans}. */
  public byte[] scopeSpans() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (RecordingSpan span : spans) {
      ProtoWriter message = encode(span);
      out.write(SPANS);
      varint(out, message.length());
      out.write(message.buffer(), message.start(), message.length());
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
