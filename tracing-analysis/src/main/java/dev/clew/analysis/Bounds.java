// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/**
 * Between which offsets a clock must lie, in nanoseconds. A cause comes before its effect, which is
 * certain; an answer comes before its request's end, which holds as long as somebody waits for it.
 * For one thread.
 */
final class Bounds {

  /** Beyond all differences of times. */
  static final long NONE = Nanos.MAX_TIME + 1;

  private long certainMin = -NONE;
  private long certainMax = NONE;
  private long min = -NONE;
  private long max = NONE;

  /** Exactly this offset. */
  static Bounds exactly(long offset) {
    Bounds bounds = new Bounds();
    bounds.causeAtLeast(offset);
    bounds.causeAtMost(offset);
    return bounds;
  }

  /** The offset is at least this, for a cause must come first. */
  void causeAtLeast(long offset) {
    certainMin = Math.max(certainMin, offset);
    min = Math.max(min, offset);
  }

  /** The offset is at most this, for a cause must come first. */
  void causeAtMost(long offset) {
    certainMax = Math.min(certainMax, offset);
    max = Math.min(max, offset);
  }

  /** The offset is at least this, if an answer was waited for. */
  void answerAtLeast(long offset) {
    min = Math.max(min, offset);
  }

  /** The offset is at most this, if an answer was waited for. */
  void answerAtMost(long offset) {
    max = Math.min(max, offset);
  }

  /** What follows from two steps, over a clock in between, holds as well. */
  void narrow(Bounds one, Bounds other) {
    causeAtLeast(sum(one.certainMin, other.certainMin));
    causeAtMost(sum(one.certainMax, other.certainMax));
    answerAtLeast(sum(one.min, other.min));
    answerAtMost(sum(one.max, other.max));
  }

  private static long sum(long one, long other) {
    if (isOpen(one) || isOpen(other)) {
      return isOpen(one) ? one : other;
    }
    return Math.max(-NONE, Math.min(Nanos.add(one, other), NONE));
  }

  private static boolean isOpen(long bound) {
    return bound == NONE || bound == -NONE;
  }

  /** Whether no offset is possible. */
  boolean areContradictory() {
    return min > max;
  }

  /** Somebody did not wait for an answer: what was believed of answers does not hold. */
  void forgetAnswers() {
    min = certainMin;
    max = certainMax;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }

  /**
   * The offset to take: none where that is possible. Otherwise what is known to be wrong, and as
   * much again at most, up to the middle of what is possible: requests and answers are likely to
   * take the same time, but a small disagreement is no reason for a large correction.
   */
  long offset() {
    if (areContradictory() || min <= 0 && max >= 0) {
      return 0;
    }
    long half = isOpen(min) || isOpen(max) ? 0 : (max - min) / 2;
    return min > 0 ? min + Math.min(half, min) : max - Math.min(half, -max);
  }
}
