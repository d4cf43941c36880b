// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import dev.clew.testkit.assertions.Siblings.Branch;
import java.util.ArrayList;
import java.util.List;

/** Compares a trace with a tree. Not thread-safe. */
final class TreeMatch {

  private final Trace trace;
  private int matched;

  private TreeMatch(Trace trace) {
    this.trace = trace;
  }

  /** Where the trace first is not as the tree has it; {@code null} if it is throughout. */
  static Difference firstDifference(Siblings tree, Trace trace) {
    return new TreeMatch(trace).compare(tree, null, trace.tops());
  }

  private Difference compare(Siblings expected, FinishedSpan parent, List<FinishedSpan> actual) {
    return expected.anyOrder()
        ? anyOrder(expected, 0, parent, actual)
        : inOrder(expected.members(), parent, actual);
  }

  private Difference inOrder(
      List<Branch> expected, FinishedSpan parent, List<FinishedSpan> actual) {
    if (expected.isEmpty()) {
      return actual.isEmpty() ? null : unexpected(actual.get(0));
    }
    Branch first = expected.get(0);
    List<Branch> others = expected.subList(1, expected.size());
    if (first == Branch.REST) {
      return afterRest(others, parent, actual);
    }
    if (actual.isEmpty()) {
      return missing(parent, first);
    }
    Difference difference = compare(first, actual.get(0));
    return difference == null
        ? inOrder(others, parent, actual.subList(1, actual.size()))
        : difference;
  }

  private Difference afterRest(
      List<Branch> expected, FinishedSpan parent, List<FinishedSpan> actual) {
    Difference furthest = null;
    int before = matched;
    for (int skipped = 0; skipped <= actual.size(); skipped++) {
      matched = before + skipped;
      Difference difference = inOrder(expected, parent, actual.subList(skipped, actual.size()));
      if (difference == null) {
        return null;
      }
      furthest = Difference.further(furthest, difference);
    }
    return furthest;
  }

  /** Tries every span for every branch: people write down few at a time. */
  private Difference anyOrder(
      Siblings expected, int done, FinishedSpan parent, List<FinishedSpan> left) {
    if (done == expected.members().size()) {
      return left.isEmpty() || expected.open() ? null : unexpected(left.get(0));
    }
    Branch wanted = expected.members().get(done);
    Difference furthest = missing(parent, wanted);
    int before = matched;
    for (FinishedSpan candidate : left) {
      matched = before;
      if (!wanted.span().matches(candidate)) {
        continue;
      }
      Difference difference = compare(wanted, candidate);
      if (difference == null) {
        List<FinishedSpan> others = new ArrayList<>(left);
        others.remove(candidate);
        difference = anyOrder(expected, done + 1, parent, others);
      }
      if (difference == null) {
        return null;
      }
      furthest = Difference.further(furthest, difference);
    }
    return furthest;
  }

  private Difference compare(Branch expected, FinishedSpan actual) {
    if (!expected.span().matches(actual)) {
      return new Difference(matched, actual, "expected here: " + expected.span());
    }
    matched++;
    return compare(expected.below(), actual, trace.children(actual));
  }

  private Difference missing(FinishedSpan parent, Branch expected) {
    String place = parent == null ? "lacks a span at its top: " : "expected below: ";
    return new Difference(matched, parent, place + expected.span());
  }

  private Difference unexpected(FinishedSpan span) {
    return new Difference(matched, span, "not expected");
  }
}
