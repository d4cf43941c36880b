// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.failure;

import dev.clew.analysis.Names;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanEvent;
import dev.clew.analysis.Trace;
import java.util.List;
import java.util.Locale;

/** The errors of a trace. Immutable. */
public final class Failures {

  private static final List<String> TIME_OUTS =
      List.of("timeout", "timedout", "timed out", "deadline_exceeded", "deadline exceeded");

  private final Trace trace;
  private final int[] origins;
  private final int[] tops;

  private Failures(Trace trace) {
    this.trace = trace;
    this.origins = new int[trace.size()];
    this.tops = new int[trace.size()];
    for (int i = trace.size() - 1; i >= 0; i--) {
      findOrigin(i);
    }
    for (int i = 0; i < tops.length; i++) {
      int parent = trace.parent(i);
      boolean goesOn = parent != Trace.NONE && trace.span(parent).failed();
      tops[i] = goesOn ? tops[parent] : i;
    }
  }

  /** Children have been looked at before: the last one that failed counts. */
  private void findOrigin(int index) {
    if (!trace.span(index).failed()) {
      return;
    }
    if (origins[index] == 0) {
      origins[index] = index;
    }
    int parent = trace.parent(index);
    if (parent != Trace.NONE && trace.span(parent).failed() && origins[parent] == 0) {
      origins[parent] = origins[index];
    }
  }

  /** Of this trace. */
  public static Failures of(Trace trace) {
    return new Failures(trace);
  }

  /** Whether a span failed and nothing did that it called. */
  public boolean isOrigin(int index) {
    return trace.span(index).failed() && origins[index] == index;
  }

  /** The span in which the error of a failing span started. */
  public int origin(int failing) {
    return origins[failing];
  }

  /** The last span that the error of a failing span reached. */
  public int top(int failing) {
    return tops[failing];
  }

  /** Whether a span failed because somebody did not want to wait any longer, by what it says. */
  public static boolean isTimeOut(Span span) {
    if (!span.failed()) {
      return false;
    }
    String type = span.attributes().text(Names.ERROR_TYPE);
    return tells(type)
        || "408".equals(type)
        || "504".equals(type)
        || tells(span.status().description())
        || span.events().stream().anyMatch(Failures::tells);
  }

  private static boolean tells(SpanEvent event) {
    return tells(event.attributes().text(Names.EXCEPTION_TYPE));
  }

  private static boolean tells(String text) {
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return TIME_OUTS.stream().anyMatch(lower::contains);
  }
}
