// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.SpanRef;
import java.util.List;
import java.util.Objects;

/**
 * A finding.
 *
 * @param title what it is, in one line
 * @param explanation what shows it, with figures
 * @param nextStep what to do or look at next
 * @param spans that show it, the most important first; at most {@link #MAX_SPANS}
 * @param nanos how much time is at stake; 0 where it is not about time
 */
public record Insight(
    Kind kind,
    Severity severity,
    String title,
    String explanation,
    String nextStep,
    List<SpanRef> spans,
    long nanos) {

  /** How many spans are named: enough to look at. */
  public static final int MAX_SPANS = 100;

  /** What kind of finding it is. */
  public enum Kind {
    /** Where an error came from, and which way it took. */
    ERROR_ORIGIN,
    /** A call that took longer than its caller was willing to wait. */
    TIMEOUT,
    /** A call that is tried again and again. */
    RETRY_STORM,
    /** Slower than other traces that begin in the same way. */
    SLOWER_THAN_USUAL,
    /** A statement that is executed once for each row of another one. */
    N_PLUS_ONE,
    /** One operation takes most of the time. */
    DOMINANT,
    /** Time that goes by before anybody starts to work. */
    WAITING,
    /** Calls that follow each other and could run at a time. */
    SERIAL_CALLS,
    /** Many small calls where few larger ones would do. */
    CHATTY,
    /** Something that all traces need. */
    SINGLE_POINT,
    /** More services than anybody can follow. */
    MANY_SERVICES
  }

  /** How much it matters. */
  public enum Severity {
    /** Somebody got an error, or waited for long. */
    HIGH,
    /** Somebody waited longer than necessary. */
    MEDIUM,
    /** Worth knowing. */
    LOW
  }

  /** Checks that nothing is {@code null}, and copies what could change. */
  public Insight {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(nextStep, "nextStep");
    spans = List.copyOf(spans.subList(0, Math.min(spans.size(), MAX_SPANS)));
  }
}
