// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all spans of one name, in one service, take within a trace.
 *
 * @param spans how many there are
 * @param failures how many of them failed
 * @param totalNanos all their durations; those that run at a time count each
 * @param selfNanos what they spend themselves
 * @param pathNanos what they spend on the critical path
 * @param longest the number of the one that takes longest
 */
public record OperationTime(
    String service,
    String name,
    SpanKind kind,
    int spans,
    int failures,
    long totalNanos,
    long selfNanos,
    long pathNanos,
    int longest) {

  private static final Comparator<OperationTime> MOST_FIRST =
      Comparator.comparingLong(OperationTime::selfNanos).reversed();

  /** All operations of a trace, those that spend most themselves first. */
  public static List<OperationTime> of(Trace trace) {
    long[] self = SelfTimes.of(trace);
    long[] path = CriticalPath.of(trace).workNanos();
    Map<String, OperationTime> operations = new TreeMap<>();
    for (int i = 0; i < trace.size(); i++) {
      Span span = trace.span(i);
      String key = span.service() + '\n' + span.kind() + '\n' + span.name();
      OperationTime one = one(trace, i, self[i], path[i]);
      operations.merge(key, one, (sum, next) -> sum.plus(next, trace));
    }
    return operations.values().stream().sorted(MOST_FIRST).toList();
  }

  private static OperationTime one(Trace trace, int index, long self, long path) {
    Span span = trace.span(index);
    int failures = span.failed() ? 1 : 0;
    long total = trace.durationNanos(index);
    return new OperationTime(
        span.service(), span.name(), span.kind(), 1, failures, total, self, path, index);
  }

  private OperationTime plus(OperationTime other, Trace trace) {
    boolean longer = trace.durationNanos(other.longest) > trace.durationNanos(longest);
    return new OperationTime(
        service,
        name,
        kind,
        spans + other.spans,
        failures + other.failures,
        Nanos.add(totalNanos, other.totalNanos),
        Nanos.add(selfNanos, other.selfNanos),
        Nanos.add(pathNanos, other.pathNanos),
        longer ? other.longest : longest);
  }
}
