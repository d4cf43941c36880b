// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Optional;

/**
 * What a figure of Clew's is to come to.
 *
 * @param clew whose figure it is
 * @param measure what is compared: what tracing adds, where the layer costs something without it
 * @param peer whose figure stands beside it; {@code null} for nobody's
 * @param isRatio whether it is divided by the peer's, or limited itself
 * @param bound at most, or at least
 * @param limit a ratio, or in the unit of the measure
 */
record Target(Key clew, Measure measure, Key peer, boolean isRatio, Bound bound, double limit) {

  /** On which side of the limit the figure is to be. */
  enum Bound {
    AT_MOST("at most"),
    AT_LEAST("at least");

    private final String words;

    Bound(String words) {
      this.words = words;
    }
  }

  /** What is limited, for people. */
  String what() {
    String rate = clew.rate().isEmpty() ? "" : ", " + Key.percent(clew.rate()) + " recorded";
    return clew.layer().title() + rate;
  }

  /** The limit, for people. */
  String limitText() {
    return bound.words + ' ' + Texts.number(limit) + (isRatio ? "" : ' ' + measure.unit());
  }

  /** Clew's figure. */
  Optional<Value> own(Results results) {
    return figure(clew, results);
  }

  /** The peer's; nothing where there is none, too. */
  Optional<Value> theirs(Results results) {
    return peer == null ? Optional.empty() : figure(peer, results);
  }

  private Optional<Value> figure(Key key, Results results) {
    return measure.isOfTheWhole() ? results.find(key, measure) : results.added(key, measure);
  }

  /** What it has come to; nothing where something of it was not measured. */
  Optional<Value> reached(Results results) {
    return isRatio
        ? own(results).flatMap(ours -> theirs(results).map(theirs -> ours.dividedBy(theirs)))
        : own(results);
  }
}
