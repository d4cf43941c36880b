// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The traces of one test, of all that an {@link OtlpReceiver} gets from a server that tests share:
 * those to which the test has given a {@link #traceparent()}, and those that the test's senders
 * have begun in its time, which lasts until the next test begins. Thread-safe.
 */
public final class TestTraces implements Traces {

  private final String test;
  private final String sender;
  private final ReceivedSpans received;
  private final Set<String> given;
  private final Duration limit;
  private final Set<String> own = ConcurrentHashMap.newKeySet();
  private final long begin = now();
  private volatile long end = Long.MAX_VALUE;
  private volatile boolean ignoresOthers;

  TestTraces(
      String test, String sender, ReceivedSpans received, Set<String> given, Duration limit) {
    this.test = test;
    this.sender = sender;
    this.received = received;
    this.given = given;
    this.limit = limit;
  }

  @Override
  public Optional<Trace> await(Predicate<Trace> wanted) {
    return received.take(this::isOwn, wanted, limit);
  }

  @Override
  public List<Trace> untaken() {
    return received.untaken(this::isOwn);
  }

  @Override
  public void ignoreOthers() {
    ignoresOthers = true;
  }

  @Override
  public String traceparent() {
    String traceId = TraceIds.random(16);
    begin(traceId);
    return TraceIds.traceparent(traceId);
  }

  /** Makes a trace this test's. */
  void begin(String traceId) {
    own.add(traceId);
    given.add(traceId);
  }

  /** What begins from here on is not this test's. */
  public void end() {
    end = Math.min(end, now());
  }

  /**
   * Waits until all parents are there, and says what is wrong with the spans of this test: nothing,
   * if all is well.
   */
  public List<String> verdict() {
    List<String> all = new ArrayList<>(received.takeProblems());
    received
        .orphans(this::isOwn, limit)
        .forEach(span -> all.add("the parent of " + span + " was never finished"));
    all.addAll(leftovers());
    return all;
  }

  /** Names, and takes, the traces that this test has not looked at, if it has to. */
  public List<String> leftovers() {
    List<Trace> left = ignoresOthers ? List.of() : untaken();
    left.forEach(received::take);
    return left.isEmpty()
        ? List.of()
        : List.of("the test " + test + " did not look at\n" + Traces.describe(left));
  }

  boolean isOwn(ReceivedTrace trace) {
    if (given.contains(trace.id())) {
      return own.contains(trace.id());
    }
    return trace.startNanos() >= begin
        && trace.startNanos() < end
        && (trace.sender().isEmpty() || trace.sender().equals(sender));
  }

  private static long now() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
  }
}
