// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.otlp.OtlpSpan;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is worth an alarm, as one service sees it: traces that are slow there, that fail there, and
 * that call many services from there. For one thread.
 */
final class Insights {

  /** Traces whose calls are remembered until the span is there that made them. */
  private static final int MOST_TRACES = 10_000;

  private static final List<String> CALLED =
      List.of("service.peer.name", "peer.service", "server.address", "messaging.destination.name");

  private final long slowNanos;
  private final int manyServices;

  /** What was called in which trace; the eldest goes first. */
  private final Map<String, Set<String>> called = new LinkedHashMap<>();

  /**
   * Thresholds.
   *
   * @param slow from what on a trace is slow
   * @param manyServices how many services are many, with the one that calls
   */
  Insights(Duration slow, int manyServices) {
    this.slowNanos = slow.toNanos();
    this.manyServices = manyServices;
  }

  /** Looks at a span, before what it is in is asked for. */
  void look(OtlpSpan span) {
    if (span.kind() == OtlpSpan.CLIENT || span.kind() == OtlpSpan.PRODUCER) {
      remember(span);
    }
  }

  boolean isSlow(long nanos) {
    return nanos >= slowNanos;
  }

  boolean isManyServices(String traceId) {
    return 1 + called.getOrDefault(traceId, Set.of()).size() >= manyServices;
  }

  private void remember(OtlpSpan span) {
    for (String key : CALLED) {
      if (span.attributes().get(key) instanceof String name) {
        Set<String> names = called.computeIfAbsent(span.traceId(), trace -> new HashSet<>());
        if (names.size() < manyServices) {
          names.add(name);
        }
        break;
      }
    }
    if (called.size() > MOST_TRACES) {
      called.remove(called.keySet().iterator().next());
    }
  }
}
