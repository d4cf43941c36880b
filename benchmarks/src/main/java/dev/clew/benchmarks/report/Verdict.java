// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

/** What a figure says of its target. */
enum Verdict {
  /** At most the limit, with all of its interval. */
  MET("met"),
  /** Above the limit, with all of its interval. */
  MISSED("missed"),
  /** The limit is within the interval. */
  CLOSE("within the error"),
  /** The interval is too wide for a figure. */
  UNSTEADY("too noisy, run again");

  /** Half a nanosecond or byte is no difference. */
  private static final double NOTHING = 0.5;

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  static Verdict of(Target target, Value reached) {
    boolean ratio = target.peer() != null;
    double slack = ratio ? 0 : NOTHING;
    if (reached.mean() + reached.half() <= target.limit() + slack) {
      return MET;
    }
    if (ratio && !reached.isSteady()) {
      return UNSTEADY;
    }
    return reached.mean() - reached.half() > target.limit() + slack ? MISSED : CLOSE;
  }

  @Override
  public String toString() {
    return text;
  }
}
