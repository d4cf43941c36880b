// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.Trace;
import dev.clew.analysis.path.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together what is found again and again: a hundred slow traces are one thing to mend. */
public final class Findings {

  private static final Comparator<Insight> CLEAREST_FIRST =
      Comparator.comparing(Insight::severity)
          .thenComparing(Comparator.comparingLong(Insight::nanos).reversed())
          .thenComparing(insight -> insight.spans().get(0).traceId())
          .thenComparing(Insight::title);

  private static final Comparator<Finding> MOST_IMPORTANT_FIRST =
      Comparator.comparing((Finding finding) -> finding.example().severity())
          .thenComparing(Comparator.comparingInt(Finding::traces).reversed())
          .thenComparing(Comparator.comparingLong(Finding::nanos).reversed())
          .thenComparing(finding -> finding.example().kind())
          .thenComparing(finding -> finding.example().title());

  /** What insights must have in common to be one finding. */
  private record Key(Insight.Kind kind, Operation operation) {}

  private Findings() {}

  /** Of traces, each also against the others that begin as it does; the most important first. */
  public static List<Finding> of(Collection<Trace> traces) {
    RouteHistory history = RouteHistory.of(traces);
    Map<Key, List<Insight>> alike = new HashMap<>();
    for (Trace trace : traces) {
      Map<String, Operation> operations = operations(trace);
      for (Insight insight : Insights.of(trace, history)) {
        Operation operation = about(insight, trace, operations);
        alike
            .computeIfAbsent(new Key(insight.kind(), operation), key -> new ArrayList<>())
            .add(insight);
      }
    }
    List<Finding> findings = new ArrayList<>();
    alike.forEach((key, insights) -> findings.add(finding(key.operation(), insights)));
    for (Insight insight : Insights.across(traces)) {
      findings.add(new Finding(null, insight, traces.size(), insight.nanos(), insight.spans()));
    }
    findings.sort(MOST_IMPORTANT_FIRST);
    return findings;
  }

  /** Whatever made it slow: that it is slow is one thing of all that begins as it does. */
  private static Operation about(Insight insight, Trace trace, Map<String, Operation> operations) {
    return insight.kind() == Insight.Kind.SLOWER_THAN_USUAL
        ? Operation.of(trace.span(0))
        : operations.get(insight.spans().get(0).spanId());
  }

  private static Map<String, Operation> operations(Trace trace) {
    Map<String, Operation> operations = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      Span span = trace.span(i);
      operations.put(span.spanId(), Operation.of(span));
    }
    return operations;
  }

  /** A trace counts once, however often it shows the same. */
  private static Finding finding(Operation operation, List<Insight> insights) {
    insights.sort(CLEAREST_FIRST);
    Map<String, Insight> clearest = new HashMap<>();
    List<Insight> oneOfEach = new ArrayList<>();
    long nanos = 0;
    for (Insight insight : insights) {
      nanos = Nanos.add(nanos, insight.nanos());
      if (clearest.putIfAbsent(insight.spans().get(0).traceId(), insight) == null) {
        oneOfEach.add(insight);
      }
    }
    return new Finding(
        operation,
        insights.get(0),
        oneOfEach.size(),
        nanos,
        oneOfEach.stream()
            .limit(Finding.MAX_EXAMPLES)
            .map(insight -> insight.spans().get(0))
            .toList());
  }
}
