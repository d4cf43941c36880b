// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is recorded while a test runs. A test takes each trace that it causes, and waits for it: a
 * span may end after the answer that the test has got. Most tests take traces by {@code
 * assertThatTrace(traces).hasTree(..)}. Thread-safe.
 */
public interface Traces {

  /**
   * Waits until there is a trace that is as wanted, and takes all its spans.
   *
   * @return empty if the limit has passed and there is none
   */
  Optional<Trace> await(Predicate<Trace> wanted);

  /** What has been recorded so far and not been taken. */
  List<Trace> untaken();

  /** Lets spans be that this test does not take, because nobody can say how many there are. */
  void ignoreOthers();

  /**
   * The value of a {@code traceparent} header that makes a request a part of a new trace, which is
   * this test's without any doubt, whatever clocks say and whoever else calls.
   *
   * @return another one each time, by W3C Trace Context, sampled
   */
  default String traceparent() {
    return TraceIds.traceparent(TraceIds.random(16));
  }

  /**
   * Waits until there is a trace with a number of spans, and takes it.
   *
   * @throws AssertionError if the limit has passed and there is none
   */
  default Trace take(int spans) {
    return await(trace -> trace.spans().size() == spans)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no trace with %d spans came, but:%n%s".formatted(spans, describe(untaken()))));
  }

  /** Traces as people want to see them. */
  static String describe(List<Trace> traces) {
    StringBuilder all = new StringBuilder();
    traces.forEach(
        each ->
            all.append("  trace ")
                .append(each.id())
                .append('\n')
                .append(each.toString().indent(4)));
    return all.isEmpty() ? "  (no span)" : all.toString().stripTrailing();
  }
}
