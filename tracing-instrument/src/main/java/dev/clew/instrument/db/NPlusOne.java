// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;

/**
 * Says on a span that one statement is executed again and again below it, as happens where rows are
 * loaded one by one. Counts over all connections and threads; keeps no span. Where several
 * statements repeat, the span names the one that does so most, and of two alike the first.
 * Thread-safe; nothing here throws.
 */
final class NPlusOne {

  private static final long HIGHEST = 0x5851f42d4c957f2dL;

  private final int threshold;

  /** {@code null} where nothing is counted. */
  private final Repetitions repetitions;

  /**
   * For one application.
   *
   * @param threshold how often a statement may be executed below a span; 0 for any number
   */
  NPlusOne(int threshold) {
    this.threshold = threshold;
    this.repetitions = threshold == 0 ? null : new Repetitions();
  }

  /** A recorded execution starts. */
  void count(Execution execution, Span parent) {
    if (repetitions == null || execution.summary() == null) {
      return;
    }
    try {
      if (parent.isRecording()) {
        count(execution, parent, identity(parent));
      }
    } catch (Throwable failure) {
      Guard.failed("count a statement's executions", failure);
    }
  }

  private void count(Execution execution, Span parent, long identity) {
    int count = repetitions.count(mixed(identity ^ execution.repeated()));
    if (count > threshold && repetitions.isHighest(mixed(identity ^ HIGHEST), count)) {
      parent.setAttribute(Keys.N_PLUS_ONE, true);
      parent.setAttribute(Keys.N_PLUS_ONE_QUERY, execution.summary());
      parent.setAttribute(Keys.N_PLUS_ONE_COUNT, (long) count);
    }
  }

  /** Span ids are text that would have to be made first. */
  private static long identity(Span span) {
    return (long) System.identityHashCode(span) << Integer.SIZE
        | Integer.toUnsignedLong(span.getSpanContext().hashCode());
  }

  /** Spreads every bit over all bits (MurmurHash3's finalizer), one to one. */
  private static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
