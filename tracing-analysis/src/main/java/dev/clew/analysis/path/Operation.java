// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.Trace;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** All spans of one name in one service. */
public record Operation(String service, String name) implements Comparable<Operation> {

  private static final Comparator<Operation> ORDER =
      Comparator.comparing(Operation::service).thenComparing(Operation::name);

  /** What a span does. */
  public static Operation of(Span span) {
    return new Operation(span.service(), span.name());
  }

  /** What each operation of a trace spends itself, all its spans together; nanoseconds. */
  public static Map<Operation, Long> selfTimes(Trace trace) {
    long[] self = SelfTimes.of(trace);
    Map<Operation, Long> sums = new TreeMap<>();
    for (int i = 0; i < trace.size(); i++) {
      sums.merge(of(trace.span(i)), self[i], Nanos::add);
    }
    return sums;
  }

  @Override
  public int compareTo(Operation other) {
    return ORDER.compare(this, other);
  }
}
