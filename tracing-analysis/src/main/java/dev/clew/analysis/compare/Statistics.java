// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

/** Counts of two groups, by exact tests, which need no minimum of traces. Immutable. */
final class Statistics {

  /** Of the standard normal distribution: 95 % lie within plus and minus this. */
  private static final double Z = 1.959963984540054;

  private final int subject;
  private final int all;
  private final double[] logFactorials;

  /** For two groups of these sizes. */
  Statistics(int subject, int baseline) {
    this.subject = subject;
    this.all = subject + baseline;
    this.logFactorials = new double[all + 1];
    for (int i = 1; i <= all; i++) {
      logFactorials[i] = logFactorials[i - 1] + Math.log(i);
    }
  }

  /**
   * How likely it is by accident that at least so many of those that have something are in the
   * first group: Fisher's exact test, one-sided.
   *
   * @param inSubject how many of the first group have it
   * @param having how many of both have it
   * @return 1 where it is not more frequent in the first group
   */
  double chance(int inSubject, int having) {
    if ((double) inSubject * all <= (double) having * subject) {
      return 1;
    }
    int most = Math.min(having, subject);
    double term = Math.exp(logProbability(inSubject, having));
    double sum = term;
    for (int i = inSubject; i < most; i++) {
      double more = (double) (having - i) * (subject - i);
      double fewer = (i + 1.0) * (all - having - subject + i + 1.0);
      term *= more / fewer;
      sum += term;
    }
    return Math.min(1, sum);
  }

  /** The least chance that there could be: where all that could be in the first group are. */
  double leastChance(int having) {
    return Math.exp(logProbability(Math.min(having, subject), having));
  }

  private double logProbability(int inSubject, int having) {
    return logChoose(having, inSubject)
        + logChoose(all - having, subject - inSubject)
        - logChoose(all, subject);
  }

  private double logChoose(int from, int count) {
    return logFactorials[from] - logFactorials[count] - logFactorials[from - count];
  }

  /**
   * The least difference of the two parts that goes with what was counted, with 95 % confidence:
   * Newcombe's interval, from two of Wilson's.
   */
  double leastDifference(int inSubject, int inBaseline) {
    int baseline = all - subject;
    double one = (double) inSubject / subject;
    double other = (double) inBaseline / baseline;
    double below = one - wilson(inSubject, subject, -Z);
    double above = wilson(inBaseline, baseline, Z) - other;
    return one - other - Math.sqrt(below * below + above * above);
  }

  private static double wilson(int count, int of, double z) {
    double part = (double) count / of;
    double square = z * z;
    double spread = z * Math.sqrt((part * (1 - part) + square / (4 * of)) / of);
    return (part + square / (2 * of) + spread) / (1 + square / of);
  }
}
