// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

/**
 * A piece of a critical path.
 *
 * @param span the number of the span in its trace
 * @param startNanos since the epoch
 * @param endNanos since the epoch, after the start
 * @param isWaiting whether the span had not started yet, though whatever led to it had ended: a
 *     message in its queue, a task before its thread; otherwise the span itself was at work
 */
public record Segment(int span, long startNanos, long endNanos, boolean isWaiting) {

  /** How long it takes; always positive. */
  public long durationNanos() {
    return endNanos - startNanos;
  }
}
