// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes what an engine records in one test, and knows what is wrong with it: spans that were never
 * finished, finished twice, whose parent was never finished, or that nobody looked at, and what is
 * not as OTLP or the semantic conventions have it. Thread-safe.
 */
public final class SpanCollector implements SpanSink, Traces {

  private static final int MAX_SPAN_BYTES = 1 << 20;

  private final OtlpChecks checks;
  private final Duration limit;
  private final WaitingLock lock = new WaitingLock();
  private final List<ScopeSpans> scopes = new ArrayList<>();
  private final Map<String, Integer> scopeNumbers = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> closed = new LinkedHashSet<>();
  private final List<FinishedSpan> finished = new ArrayList<>();
  private final List<FinishedSpan> untaken = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Map<String, Object> resource = Map.of();
  private boolean ignoresOthers;

  /**
   * A collector for one test.
   *
   * @param limit how long anything is waited for, at most
   */
  public SpanCollector(OtlpChecks checks, Duration limit) {
    this.checks = checks;
    this.limit = limit;
  }

  @Override
  public void resource(byte[] resourcePrefix) {
    locked(
        () -> {
          ResourceSpans decoded = ResourceSpans.parseFrom(resourcePrefix);
          resource = SpanDecoder.attributes(decoded.getResource().getAttributesList());
          problems.addAll(checks.resource(decoded.getResource()));
        });
  }

  @Override
  public int scope(byte[] scopePrefix) {
    lock.lock();
    try {
      Integer known = scopeNumbers.get(Arrays.toString(scopePrefix));
      if (known != null) {
        return known;
      }
      ScopeSpans decoded = ScopeSpans.parseFrom(scopePrefix);
      problems.addAll(checks.scope(decoded.getScope()));
      scopes.add(decoded);
      scopeNumbers.put(Arrays.toString(scopePrefix), scopes.size() - 1);
      return scopes.size() - 1;
    } catch (InvalidProtocolBufferException undecodable) {
      problems.add("a scope that is not OTLP: " + undecodable);
      scopes.add(ScopeSpans.getDefaultInstance());
      return scopes.size() - 1;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void started(long traceIdHigh, long traceIdLow, long spanId) {
    locked(
        () -> {
          String id = "%016x%016x-%016x".formatted(traceIdHigh, traceIdLow, spanId);
          if (!open.add(id) || closed.contains(id)) {
            problems.add("two spans started with the same id " + id);
          }
        });
  }

  @Override
  public int maxSpanBytes() {
    return MAX_SPAN_BYTES;
  }

  @Override
  public boolean offer(int scope, byte[] bytes, int offset, int length) {
    locked(
        () -> {
          byte[] body = Arrays.copyOfRange(bytes, offset, offset + length);
          finished(Span.parseFrom(body), scopes.get(scope).getScope().getName());
        });
    return true;
  }

  private void finished(Span span, String scope) {
    problems.addAll(checks.span(span));
    FinishedSpan decoded = SpanDecoder.decode(span, scope, resource);
    String id = decoded.traceId() + "-" + decoded.spanId();
    if (!open.remove(id)) {
      problems.add(
          (closed.contains(id) ? "a span finished twice: " : "a span finished but never started: ")
              + decoded.name()
              + " "
              + id);
    }
    closed.add(id);
    finished.add(decoded);
    untaken.add(decoded);
    lock.changed();
  }

  /** Waits for a span that matches, and takes it. */
  FinishedSpan take(String wanted, Predicate<FinishedSpan> matches) {
    lock.lock();
    try {
      lock.await(() -> untaken.stream().anyMatch(matches), limit);
      FinishedSpan found =
          untaken.stream().filter(matches).findFirst().orElseThrow(() -> missing(wanted));
      untaken.remove(found);
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a number of spans, and takes all that are there, in the order of their ends. */
  List<FinishedSpan> takeAll(int count) {
    lock.lock();
    try {
      lock.await(() -> untaken.size() >= count, limit);
      if (untaken.size() != count) {
        throw missing(count + " spans");
      }
      List<FinishedSpan> taken = List.copyOf(untaken);
      untaken.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until every span that was started has finished, and says what is wrong with this test's
   * spans: nothing, if all is well.
   */
  List<String> verdict() {
    lock.lock();
    try {
      lock.await(open::isEmpty, limit);
      List<String> all = new ArrayList<>(problems);
      open.forEach(id -> all.add("a span was never finished: " + id));
      finished.stream()
          .filter(span -> !span.isRoot() && !span.hasRemoteParent())
          .filter(span -> finished.stream().noneMatch(span::isChildOf))
          .forEach(span -> all.add("the parent of \"" + span.name() + "\" was never finished"));
      if (!ignoresOthers) {
        untaken.forEach(span -> all.add("the test did not look at \"" + span.name() + "\""));
      }
      return all;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Trace> await(Predicate<Trace> wanted) {
    return lock.with(
        () -> {
          lock.await(() -> untaken().stream().anyMatch(wanted), limit);
          Optional<Trace> found = untaken().stream().filter(wanted).findFirst();
          found.ifPresent(trace -> untaken.removeAll(trace.spans()));
          return found;
        });
  }

  @Override
  public List<Trace> untaken() {
    return lock.with(() -> Trace.allOf(untaken));
  }

  @Override
  public void ignoreOthers() {
    lock.with(() -> ignoresOthers = true);
  }

  /** All that has finished so far, as trees. */
  String tree() {
    return lock.with(() -> SpanTree.draw(finished));
  }

  private AssertionError missing(String wanted) {
    return new AssertionError(
        "expected %s, but not looked at yet are %d:%n%s%n  not finished: %s%n  all finished:%n%s"
            .formatted(wanted, untaken.size(), SpanTree.draw(untaken), open, tree()));
  }

  @FunctionalInterface
  private interface Decoding {
    void run() throws InvalidProtocolBufferException;
  }

  /** A sink does not throw; a test shall fail all the same. */
  private void locked(Decoding action) {
    lock.lock();
    try {
      action.run();
    } catch (InvalidProtocolBufferException | RuntimeException failure) {
      problems.add("what the engine gave is not OTLP: " + failure);
    } finally {
      lock.unlock();
    }
  }
}
