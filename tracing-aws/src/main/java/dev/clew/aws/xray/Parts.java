// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Requests that X-Ray takes: 5 MB and 10,000 spans each at most. */
final class Parts {

  private static final int MAX_BYTES = 5_000_000;
  private static final int MAX_SPANS = 10_000;

  /** Room for the resource, for scopes, tags and lengths, and for scopes that were cut in two. */
  private static final int OVERHEAD = 500_000;

  private final Batch whole;
  private final List<Part> parts = new ArrayList<>();
  private final List<byte[]> scopes = new ArrayList<>();
  private final BatchBuilder current = new BatchBuilder();

  private Parts(Batch whole) {
    this.whole = whole;
  }

  /**
   * A request.
   *
   * @param otlp an {@code ExportTraceServiceRequest}
   * @param spans how many it has
   */
  record Part(byte[] otlp, int spans) {

    private static Part of(Batch batch) {
      return new Part(batch.toByteArray(), batch.spans());
    }
  }

  static List<Part> of(Batch batch) throws IOException {
    return batch.size() <= MAX_BYTES && batch.spans() <= MAX_SPANS
        ? List.of(Part.of(batch))
        : new Parts(batch).split();
  }

  private List<Part> split() throws IOException {
    whole.forEach(this::add);
    flush();
    return parts;
  }

  private void add(byte[] scope, byte[] bytes, int offset, int length) {
    if (current.spans() == MAX_SPANS || current.bytes() + length > MAX_BYTES - OVERHEAD) {
      flush();
    }
    if (scopes.isEmpty() || scopes.get(scopes.size() - 1) != scope) {
      scopes.add(scope);
    }
    current.add(scopes.size() - 1, bytes, offset, length);
  }

  private void flush() {
    if (current.spans() > 0) {
      parts.add(Part.of(current.build(whole.resourcePrefix(), scopes::get)));
      current.clear();
    }
  }
}
