// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.util.Objects;
import java.util.function.IntFunction;

/** Puts a batch together; the exporter does, and tests of senders do. For one thread. */
public final class BatchBuilder {

  private final BatchSpans spans = new BatchSpans();
  private long bytes;
  private long dropped;

  /**
   * Adds a span, which is referred to, not copied.
   *
   * @param scope the number of its scope, 0 or more
   * @param source holds the body of an OTLP {@code Span}; not modified while the batch is in use
   */
  public void add(int scope, byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    spans.add(scope, source, offset, length);
    bytes += length;
  }

  /** Begins anew, with the memory that it has. */
  public void clear() {
    spans.clear();
    bytes = 0;
  }

  /** How many spans it has. */
  public int spans() {
    return spans.count();
  }

  /** How many bytes they have, without tags, lengths and scopes. */
  public long bytes() {
    return bytes;
  }

  /** Says how many spans the sender has lost since it started. */
  public void dropped(long spans) {
    dropped = spans;
  }

  /**
   * The batch, which is valid until the builder is cleared.
   *
   * @param resourcePrefix the fields {@code resource} and {@code schema_url} of {@code
   *     ResourceSpans}
   * @param scopePrefixes gives the fields {@code scope} and {@code schema_url} of {@code
   *     ScopeSpans} for a scope's number
   */
  public Batch build(byte[] resourcePrefix, IntFunction<byte[]> scopePrefixes) {
    spans.group();
    return new Batch(resourcePrefix, spans, scopePrefixes, dropped);
  }
}
