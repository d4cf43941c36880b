// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.cause.Suspect.Fault;
import dev.clew.analysis.compare.Comparison;
import dev.clew.analysis.compare.Difference;
import dev.clew.analysis.compare.Feature;
import dev.clew.analysis.path.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns what operations are charged with into suspects. For one thread. */
final class Ranking {

  /** What explains less is noise. */
  private static final double MIN_SCORE = 0.02;

  private static final int SHOWN = 3;

  private static final Comparator<Suspect> LIKELIEST_FIRST =
      Comparator.comparingDouble((Suspect suspect) -> -suspect.score())
          .thenComparing(Suspect::operation)
          .thenComparing(Suspect::fault)
          .thenComparing(Suspect::explanation);

  private final Profile trouble;
  private final Profile usual;
  private final Comparison comparison;

  Ranking(Profile trouble, Profile usual, Comparison comparison) {
    this.trouble = trouble;
    this.usual = usual;
    this.comparison = comparison;
  }

  /** How many more of the traces fail divides the blame between errors and time. */
  List<Suspect> suspects() {
    double failing = trouble.part(trouble.failedTraces) - usual.part(usual.failedTraces);
    double errors = Math.max(0, Math.min(1, failing));
    Map<Step, Map<Fault, Double>> scores = new TreeMap<>();
    addErrors(scores);
    addTime(scores, 1 - errors);
    List<Suspect> suspects = new ArrayList<>();
    scores.forEach(
        (step, faults) ->
            faults.forEach(
                (fault, score) -> {
                  if (score >= MIN_SCORE) {
                    suspects.add(suspect(step, fault, score));
                  }
                }));
    suspects.sort(LIKELIEST_FIRST);
    return suspects;
  }

  private void addErrors(Map<Step, Map<Fault, Double>> scores) {
    trouble.steps.forEach(
        (step, work) -> {
          Profile.Work before = usual.work(step);
          double more = trouble.part(work.errors) - usual.part(before.errors);
          charge(scores, step, Fault.FAILING, more);
        });
  }

  private void addTime(Map<Step, Map<Fault, Double>> scores, double share) {
    Map<Step, Map<Fault, Double>> extra = new ExtraTime(trouble, usual).charged();
    double all = 0;
    for (Map<Fault, Double> faults : extra.values()) {
      for (double nanos : faults.values()) {
        all += nanos;
      }
    }
    double sum = all;
    if (sum > 0) {
      extra.forEach(
          (step, faults) ->
              faults.forEach((fault, nanos) -> charge(scores, step, fault, share * nanos / sum)));
    }
  }

  static void charge(Map<Step, Map<Fault, Double>> scores, Step step, Fault fault, double amount) {
    if (amount > 0) {
      scores.computeIfAbsent(step, key -> new TreeMap<>()).merge(fault, amount, Double::sum);
    }
  }

  private Suspect suspect(Step step, Fault fault, double score) {
    Profile.Work work = trouble.work(step);
    List<SpanRef> spans = new ArrayList<>();
    SpanRef first = fault == Fault.FAILING && work.failing != null ? work.failing : work.longest;
    if (first != null) {
      spans.add(first);
    }
    Operation operation = step.operation();
    String explanation = new Explanation(trouble, usual).of(step, fault);
    return new Suspect(
        operation, fault, Math.min(1, score), explanation, spans, accompanying(operation));
  }

  /** Attributes, not what the fault itself brings along; resources only of the same service. */
  private List<Difference> accompanying(Operation operation) {
    return comparison.differences().stream()
        .filter(difference -> difference.features().stream().anyMatch(f -> isAbout(f, operation)))
        .sorted(Comparator.comparing(difference -> !isOfResource(difference, operation)))
        .limit(SHOWN)
        .toList();
  }

  /** Which of its instances or versions it is comes before what else these traces have. */
  private static boolean isOfResource(Difference difference, Operation operation) {
    return difference.features().stream()
        .anyMatch(f -> f.kind() == Feature.Kind.RESOURCE && isAbout(f, operation));
  }

  private static boolean isAbout(Feature feature, Operation operation) {
    return feature.kind() == Feature.Kind.ATTRIBUTE
        || feature.kind() == Feature.Kind.RESOURCE && feature.service().equals(operation.service());
  }
}
