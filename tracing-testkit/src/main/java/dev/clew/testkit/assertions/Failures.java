// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.MultipleFailuresError;

/**
 * What becomes of what is wrong with a trace: the test fails at once, or when all has been looked
 * at. Not thread-safe.
 */
final class Failures {

  private final Trace trace;
  private final boolean soft;
  private final List<Throwable> collected = new ArrayList<>();

  private Failures(Trace trace, boolean soft) {
    this.trace = trace;
    this.soft = soft;
  }

  static Failures atOnce(Trace trace) {
    return new Failures(trace, false);
  }

  static Failures collecting(Trace trace) {
    return new Failures(trace, true);
  }

  void report(AssertionError failure) {
    if (!soft) {
      throw failure;
    }
    collected.add(failure);
  }

  /** The spans that a failure is about, and where they are in the trace. */
  String about(List<FinishedSpan> spans, String remark) {
    StringBuilder about = new StringBuilder();
    spans.forEach(span -> about.append("\n\n").append(Drawing.details(span)));
    if (!soft) {
      about.append("\n\nin trace ").append(trace.id()).append('\n');
      about.append(Drawing.tree(trace, spans, remark));
    }
    return about.toString();
  }

  /** A message for those who take it for a format. */
  static String noFormat(String message) {
    return message.replace("%", "%%");
  }

  void throwCollected() {
    if (!collected.isEmpty()) {
      throw new MultipleFailuresError(
          "in trace " + trace.id() + "\n" + Drawing.tree(trace), collected);
    }
  }
}
