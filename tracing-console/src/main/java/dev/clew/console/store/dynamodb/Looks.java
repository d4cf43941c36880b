// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much one search may still look at: what is rare would cost a look at all that is kept. Safe
 * for use by several threads.
 */
final class Looks {

  private final AtomicInteger parts;
  private final AtomicInteger traces;
  private final AtomicInteger spans;

  /**
   * So much.
   *
   * @param parts how many summaries
   * @param traces of how many traces their spans
   * @param spans how many of these
   */
  Looks(int parts, int traces, int spans) {
    this.parts = new AtomicInteger(parts);
    this.traces = new AtomicInteger(traces);
    this.spans = new AtomicInteger(spans);
  }

  boolean areLeftForParts() {
    return parts.get() > 0;
  }

  void parts(int looked) {
    parts.addAndGet(-looked);
  }

  boolean areLeftForTraces() {
    return traces.get() > 0 && areLeftForSpans();
  }

  void trace() {
    traces.decrementAndGet();
  }

  boolean areLeftForSpans() {
    return spans.get() > 0;
  }

  void span() {
    spans.decrementAndGet();
  }
}
