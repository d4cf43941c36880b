// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be asserted of a trace. How spans and trees are written is at {@link TraceAssertions}.
 * Not thread-safe.
 */
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

  private final Failures failures;

  TraceAssert(Trace actual) {
    this(actual, Failures.atOnce(actual));
  }

  private TraceAssert(Trace actual, Failures failures) {
    super(actual, TraceAssert.class);
    this.failures = failures;
  }

  /**
   * All spans, as a tree: {@code "POST /orders > OrderService.place > [INSERT orders, POST
   * /stock]"}.
   *
   * @throws TreeSyntaxException if that is no tree
   */
  public TraceAssert hasTree(String tree) {
    Difference difference = TreeMatch.firstDifference(TreeParser.parse(tree), actual);
    if (difference != null) {
      String message = Failures.noFormat(Drawing.difference(tree, actual, difference));
      failures.report(failureWithActualExpected(TreeWriter.write(actual), tree, message));
    }
    return this;
  }

  /** How many spans there are. */
  public TraceAssert hasSpans(int count) {
    return check(
        actual.spans().size() == count,
        "expected %d spans, but there are %d".formatted(count, actual.spans().size()),
        List.of(),
        "");
  }

  /** All services that have recorded spans, in any order. */
  public TraceAssert hasServices(String... names) {
    Set<String> services =
        actual.spans().stream().map(FinishedSpan::service).collect(Collectors.toSet());
    return check(
        services.equals(Set.copyOf(Arrays.asList(names))),
        "expected spans of %s, but they are of %s"
            .formatted(new TreeSet<>(Arrays.asList(names)), new TreeSet<>(services)),
        List.of(),
        "");
  }

  /** No span has failed. */
  public TraceAssert hasNoErrors() {
    List<FinishedSpan> failed =
        actual.spans().stream().filter(span -> span.status() == StatusCode.ERROR).toList();
    return check(failed.isEmpty(), "expected no errors, but found some", failed, "has failed");
  }

  /** Every span but those at the top has its parent here. */
  public TraceAssert isComplete() {
    return check(
        actual.orphans().isEmpty(),
        "expected a complete trace, but parents are missing",
        List.of(),
        "");
  }

  /** No such span. */
  public TraceAssert hasNoSpan(String span) {
    List<FinishedSpan> found = find(SpanParser.parse(span));
    return check(found.isEmpty(), "expected no span \"" + span + "\"", found, "not expected");
  }

  /**
   * The one span that is described so, for more to be said of it.
   *
   * @throws TreeSyntaxException if that does not describe a span
   */
  public SpanAssert span(String span) {
    List<FinishedSpan> found = find(SpanParser.parse(span));
    check(
        found.size() == 1,
        "expected one span \"%s\", but found %d".formatted(span, found.size()),
        found,
        "this is one");
    return new SpanAssert(found.size() == 1 ? found.get(0) : null, this, failures);
  }

  /**
   * Each span that is described so; there is at least one.
   *
   * @param assertions what to assert of each
   * @throws TreeSyntaxException if that does not describe a span
   */
  public TraceAssert allSpans(String span, Consumer<SpanAssert> assertions) {
    List<FinishedSpan> found = find(SpanParser.parse(span));
    found.forEach(each -> assertions.accept(new SpanAssert(each, this, failures)));
    return check(!found.isEmpty(), "expected spans \"" + span + "\", but found none", found, "");
  }

  /** The one span whose parent is not here, for more to be said of it. */
  public SpanAssert root() {
    List<FinishedSpan> tops = actual.tops();
    check(tops.size() == 1, "expected one root, but there are " + tops.size(), tops, "this is one");
    return new SpanAssert(tops.size() == 1 ? tops.get(0) : null, this, failures);
  }

  /**
   * Looks at all that is asserted, and fails once with everything that is wrong.
   *
   * @param assertions what to assert of this trace
   */
  public TraceAssert softly(Consumer<TraceAssert> assertions) {
    Failures collecting = Failures.collecting(actual);
    assertions.accept(new TraceAssert(actual, collecting));
    collecting.throwCollected();
    return this;
  }

  Trace trace() {
    return actual;
  }

  private List<FinishedSpan> find(SpanPattern pattern) {
    return actual.spans().stream().filter(pattern::matches).toList();
  }

  private TraceAssert check(
      boolean holds, String problem, List<FinishedSpan> marked, String remark) {
    if (!holds) {
      String message = problem + failures.about(marked, remark);
      failures.report(failure(Failures.noFormat(message)));
    }
    return this;
  }
}
