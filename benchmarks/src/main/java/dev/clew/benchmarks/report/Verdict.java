// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import dev.clew.benchmarks.report.Target.Bound;

/** What a figure says of its target. */
enum Verdict {
  /** On the right side of the limit, with all of its interval. */
  MET("met"),
  /** On the wrong side, with all of its interval. */
  MISSED("missed"),
  /** The limit is within the interval. */
  CLOSE("within the error"),
  /** The interval is too wide for a figure, or says that to trace costs less than nothing. */
  UNSTEADY("lost in the noise");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  static Verdict of(Target target, Value reached) {
    boolean ratio = target.isRatio();
    double slack = ratio ? 0 : target.measure().slack();
    double side = target.bound() == Bound.AT_MOST ? 1 : -1;
    double over = side * (reached.mean() - target.limit()) - slack;
    if (reached.mean() + reached.half() < -slack) {
      return UNSTEADY; // what it was compared with was compiled less well
    }
    if (over + reached.half() <= 0) {
      return MET;
    }
    if (Double.isNaN(reached.half()) || ratio && !reached.isSteady()) {
      return UNSTEADY;
    }
    return over - reached.half() > 0 ? MISSED : CLOSE;
  }

  /** With how far it is off, where it is. */
  String text(Target target, Value reached) {
    if (this != MISSED) {
      return text;
    }
    double off = Math.abs(reached.mean() - target.limit());
    return target.isRatio()
        ? text + " by " + Texts.number(off / target.limit() * 100) + " %"
        : text + " by " + Texts.number(off) + ' ' + target.measure().unit();
  }
}
