// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;

/** Batches to give to senders. */
public final class Batches {

  private Batches() {}

  /** Spans of these names, in two scopes by turns. */
  public static Batch of(String... names) {
    return after(0, names);
  }

  /** The same after so many spans were lost. */
  public static Batch after(long dropped, String... names) {
    BatchBuilder builder = new BatchBuilder();
    builder.dropped(dropped);
    for (int i = 0; i < names.length; i++) {
      byte[] bytes = Spans.bytes(names[i]);
      builder.add(1 + i % 2, bytes, 0, bytes.length);
    }
    return builder.build(Spans.resource("shop"), scope -> Spans.scope("scope-" + scope));
  }

  /** One span with a name of that many bytes. */
  public static Batch ofBytes(int length) {
    return of("x".repeat(length));
  }
}
