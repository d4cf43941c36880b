// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.Trace;
import dev.clew.testkit.Traces;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be waited for, of what a test records. Whatever is found is taken, and given for more to
 * be said of it. Not thread-safe.
 */
public final class TracesAssert extends AbstractAssert<TracesAssert, Traces> {

  TracesAssert(Traces actual) {
    super(actual, TracesAssert.class);
  }

  /**
   * Waits for a trace with that tree, and takes it.
   *
   * @throws TreeSyntaxException if that is no tree
   */
  public TraceAssert hasTree(String tree) {
    Siblings wanted = TreeParser.parse(tree);
    return take(trace -> TreeMatch.firstDifference(wanted, trace) == null)
        .orElseThrow(() -> noneWith(tree, wanted));
  }

  /** Waits for a trace of that many spans, and takes it. */
  public TraceAssert hasSpans(int count) {
    return take(trace -> trace.spans().size() == count)
        .orElseThrow(() -> none("no trace with " + count + " spans came, but:"));
  }

  /**
   * Waits for a trace in which there is such a span and no parent is missing, and takes it.
   *
   * @throws TreeSyntaxException if that does not describe a span
   */
  public TraceAssert hasSpan(String span) {
    SpanPattern wanted = SpanParser.parse(span);
    return take(trace ->
            trace.orphans().isEmpty() && trace.spans().stream().anyMatch(wanted::matches))
        .orElseThrow(() -> none("no complete trace with a span \"" + span + "\" came, but:"));
  }

  private Optional<TraceAssert> take(Predicate<Trace> wanted) {
    return actual.await(wanted).map(TraceAssert::new);
  }

  private AssertionError noneWith(String tree, Siblings wanted) {
    record Attempt(Trace trace, Difference difference) {}
    List<Trace> there = actual.untaken();
    return there.stream()
        .map(trace -> new Attempt(trace, TreeMatch.firstDifference(wanted, trace)))
        .filter(attempt -> attempt.difference() != null)
        .max(Comparator.comparingInt(attempt -> attempt.difference().matched()))
        .map(closest -> Drawing.difference(tree, closest.trace(), closest.difference()))
        .map(message -> failure(Failures.noFormat(message + others(there.size() - 1))))
        .orElseGet(() -> none("no trace came with the tree\n" + Drawing.indent(tree) + "\nbut:"));
  }

  private static String others(int count) {
    return count == 0 ? "" : "\n\nand %d other traces are less alike".formatted(count);
  }

  private AssertionError none(String problem) {
    return failure(Failures.noFormat(problem + "\n" + Traces.describe(actual.untaken())));
  }
}
