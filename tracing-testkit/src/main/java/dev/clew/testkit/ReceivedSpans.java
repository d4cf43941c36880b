// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What has come over the network, trace by trace, and what of it no test has taken. Thread-safe.
 */
final class ReceivedSpans {

  private final WaitingLock lock = new WaitingLock();
  private final Map<String, ReceivedTrace> traces = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long version;

  /**
   * Adds what a sender has sent.
   *
   * @param wrong what is wrong with it
   */
  void add(String sender, List<ResourceSpans> received, List<String> wrong) {
    lock.with(
        () -> {
          problems.addAll(wrong);
          received.stream()
              .flatMap(ReceivedSpans::one)
              .forEach(span -> add(sender, span, SpanDecoder.decode(span).get(0)));
          return change();
        });
  }

  private void add(String sender, ResourceSpans message, FinishedSpan span) {
    traces.computeIfAbsent(span.traceId(), id -> new ReceivedTrace(id, sender)).add(span, message);
  }

  /** The same spans, each in a message of its own. */
  private static Stream<ResourceSpans> one(ResourceSpans many) {
    return many.getScopeSpansList().stream()
        .flatMap(
            scope ->
                scope.getSpansList().stream()
                    .map(span -> ScopeSpans.newBuilder(scope).clearSpans().addSpans(span).build()))
        .map(
            scope -> ResourceSpans.newBuilder(many).clearScopeSpans().addScopeSpans(scope).build());
  }

  private long change() {
    lock.changed();
    return ++version;
  }

  /** Waits for a trace, and takes it. */
  Optional<Trace> take(Predicate<ReceivedTrace> of, Predicate<Trace> wanted, Duration limit) {
    return lock.with(
        () -> {
          lock.await(() -> untaken(of).stream().anyMatch(wanted), limit);
          Optional<Trace> found = untaken(of).stream().filter(wanted).findFirst();
          found.ifPresent(this::take);
          return found;
        });
  }

  void take(Trace trace) {
    trace.spans().forEach(span -> take(span.traceId(), span.spanId()));
  }

  /** Takes a span, if it is there. */
  void take(String traceId, String spanId) {
    lock.with(() -> traces.containsKey(traceId) && traces.get(traceId).take(spanId));
  }

  /** What nobody has taken, by the order in which the traces came. */
  List<Trace> untaken(Predicate<ReceivedTrace> of) {
    return lock.with(
        () -> some(of).filter(trace -> !trace.isTaken()).map(ReceivedTrace::untaken).toList());
  }

  /** As {@link #untaken}, as it came. */
  List<ResourceSpans> messages(Predicate<ReceivedTrace> of) {
    return lock.with(() -> some(of).flatMap(ReceivedTrace::messages).toList());
  }

  /** Waits until all parents are there, and names the spans whose parents are not. */
  List<String> orphans(Predicate<ReceivedTrace> of, Duration limit) {
    return lock.with(
        () -> {
          lock.await(() -> orphansNow(of).findAny().isEmpty(), limit);
          return orphansNow(of).map(Trace::describe).toList();
        });
  }

  private Stream<FinishedSpan> orphansNow(Predicate<ReceivedTrace> of) {
    return some(of).flatMap(trace -> trace.whole().orphans().stream());
  }

  private Stream<ReceivedTrace> some(Predicate<ReceivedTrace> of) {
    return traces.values().stream().filter(of);
  }

  /** Waits for anything that is new since then. */
  long awaitNewsSince(long known, Duration limit) {
    return lock.with(
        () -> {
          lock.await(() -> version > known, limit);
          return version;
        });
  }

  /** What was wrong since this was last asked. */
  List<String> takeProblems() {
    return lock.with(
        () -> {
          List<String> all = List.copyOf(problems);
          problems.clear();
          return all;
        });
  }
}
