// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target and what has come of it, for people.
 *
 * @param what is limited
 * @param of which measure
 * @param clew Clew's figure
 * @param peer the peer's name and figure; empty for none
 * @param ratio empty where there is no peer, or where it would be no result
 * @param limit the target
 * @param verdict met, missed and by how much, or not to be told
 */
record Assessment(
    String what, String of, String clew, String peer, String ratio, String limit, String verdict) {

  static final List<String> HEADINGS =
      List.of("what tracing adds", "of", "Clew", "peer", "ratio", "target", "verdict");

  /** Of every target that was measured. */
  static List<Assessment> all(Results results) {
    return Targets.all().stream().flatMap(target -> of(target, results)).toList();
  }

  private static Stream<Assessment> of(Target target, Results results) {
    Optional<Value> reached = target.reached(results);
    return reached.map(value -> of(target, value, results)).stream();
  }

  private static Assessment of(Target target, Value reached, Results results) {
    Verdict verdict = Verdict.of(target, reached);
    String unit = target.measure().unit();
    return new Assessment(
        target.what(),
        target.measure().title(),
        target.own(results).map(value -> Texts.value(value, unit)).orElse(""),
        target.theirs(results).map(value -> peer(target, value, results)).orElse(""),
        target.isRatio() && reached.isSteady() ? Texts.value(reached, "") : "",
        target.limitText(),
        verdict.text(target, reached));
  }

  /** Who drops spans does less than the others: that is said beside the figure. */
  private static String peer(Target target, Value value, Results results) {
    String text = target.peer().tracer() + ' ' + Texts.value(value, target.measure().unit());
    Optional<Double> dropped =
        target.measure() == Measure.RATE ? Optional.empty() : Losses.of(target.peer(), results);
    return dropped.map(lost -> text + ", dropping " + Texts.number(lost) + " %").orElse(text);
  }

  List<String> cells() {
    return List.of(what, of, clew, peer, ratio, limit, verdict);
  }
}
