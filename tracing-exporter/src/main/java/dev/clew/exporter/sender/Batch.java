// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finished spans of one resource, grouped by instrumentation scope, in the order they ended. It
 * refers to the journal's memory, so nothing is copied until it is written, and is valid until
 * {@link Sender#send} returns. Read-only; for one thread at a time.
 *
 * <p>The bytes are those of an OTLP {@code ExportTraceServiceRequest}, put together from the parts
 * without parsing them.
 */
public final class Batch {

  /** Takes the spans of a batch, one by one. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a span.
     *
     * @param scopePrefix the fields {@code scope} and {@code schema_url} of its {@code ScopeSpans};
     *     the same instance for all spans of a group, which follow each other
     * @param bytes holds the body of an OTLP {@code Span}; not to be modified
     */
    void span(byte[] scopePrefix, byte[] bytes, int offset, int length) throws IOException;
  }

  /** Field 1 of the request, 2 of {@code ResourceSpans}, 2 of {@code ScopeSpans}; all messages. */
  private static final int RESOURCE_SPANS = 0x0a;

  private static final int SCOPE_SPANS = 0x12;
  private static final int SPAN = 0x12;

  private final byte[] resourcePrefix;
  private final byte[][] scopes;
  private final int[] scopeBytes;
  private final int[] scopeEnds;
  private final BatchSpans spans;
  private final int resourceBytes;
  private final long dropped;

  Batch(byte[] resourcePrefix, BatchSpans spans, IntFunction<byte[]> scopePrefixes, long dropped) {
    this.resourcePrefix = resourcePrefix;
    this.dropped = dropped;
    this.spans = spans;
    int groups = spans.groups();
    this.scopes = new byte[groups][];
    this.scopeBytes = new int[groups];
    this.scopeEnds = new int[groups];
    int total = resourcePrefix.length;
    int span = 0;
    for (int group = 0; group < groups; group++) {
      scopes[group] = scopePrefixes.apply(spans.scope(span));
      int bytes = scopes[group].length;
      int scope = spans.scope(span);
      for (; span < spans.count() && spans.scope(span) == scope; span++) {
        bytes += Varint.field(spans.length(span));
      }
      scopeBytes[group] = bytes;
      scopeEnds[group] = span;
      total += Varint.field(bytes);
    }
    this.resourceBytes = total;
  }

  /** How many spans there are; at least one. */
  public int spans() {
    return spans.count();
  }

  /** How long the request is, in bytes. */
  public int size() {
    return Varint.field(resourceBytes);
  }

  /** How many spans this sender has lost since it started: too many, too large, or refused. */
  public long dropped() {
    return dropped;
  }

  /** The fields {@code resource} and {@code schema_url} of {@code ResourceSpans}. */
  public byte[] resourcePrefix() {
    return resourcePrefix.clone();
  }

  /** Shows every span, group by group. */
  public void forEach(Visitor visitor) throws IOException {
    int span = 0;
    for (int group = 0; group < scopes.length; group++) {
      for (; span < scopeEnds[group]; span++) {
        visitor.span(scopes[group], spans.bytes(span), spans.offset(span), spans.length(span));
      }
    }
  }

  /** Writes the request. */
  public void writeTo(OutputStream out) throws IOException {
    Varint.write(out, RESOURCE_SPANS, resourceBytes);
    out.write(resourcePrefix);
    int span = 0;
    for (int group = 0; group < scopes.length; group++) {
      Varint.write(out, SCOPE_SPANS, scopeBytes[group]);
      out.write(scopes[group]);
      for (; span < scopeEnds[group]; span++) {
        Varint.write(out, SPAN, spans.length(span));
        out.write(spans.bytes(span), spans.offset(span), spans.length(span));
      }
    }
  }

  /** The request as an array of its own. */
  public byte[] toByteArray() {
    Exact out = new Exact(size());
    try {
      writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.array();
  }

  @Override
  public String toString() {
    return spans() + " spans in " + size() + " bytes, scopes " + Arrays.toString(scopeEnds);
  }

  /** Hands out its array instead of a copy. */
  private static final class Exact extends ByteArrayOutputStream {
    Exact(int size) {
      super(size);
    }

    byte[] array() {
      return count == buf.length ? buf : toByteArray();
    }
  }
}
