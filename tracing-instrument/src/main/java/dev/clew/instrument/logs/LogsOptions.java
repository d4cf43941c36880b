// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.api.config.Option;
import java.util.List;

/** What can be configured about the ids of spans in logs. */
public final class LogsOptions {

  /** Which MDC is told of the current span. */
  public enum MdcChoice {
    /** Every one that a log can show: JBoss LogManager's, and SLF4J's where that is another. */
    AUTO,
    /** SLF4J's, whatever is behind it. */
    SLF4J,
    /** JBoss LogManager's. */
    JBOSS,
    /** None. */
    NONE
  }

  /** Which MDC is told of the current span. */
  public static final Option<MdcChoice> MDC =
      Option.choice(
          "clew.logs.mdc",
          MdcChoice.AUTO,
          "Which MDC holds the ids of the current span: SLF4J's, JBoss LogManager's, none, or every"
              + " one that logs can show (auto).");

  /** The key of the trace id. */
  public static final Option<String> TRACE_ID =
      key("otel.instrumentation.common.logging.trace-id", "trace_id", "the trace's id");

  /** The key of the span id. */
  public static final Option<String> SPAN_ID =
      key("otel.instrumentation.common.logging.span-id", "span_id", "the span's id");

  /** The key of the trace flags. */
  public static final Option<String> TRACE_FLAGS =
      key(
          "otel.instrumentation.common.logging.trace-flags",
          "trace_flags",
          "the trace flags (01 where the span is sampled)");

  private LogsOptions() {}

  /** Every option of this package. */
  public static List<Option<?>> all() {
    return List.of(MDC, TRACE_ID, SPAN_ID, TRACE_FLAGS);
  }

  private static Option<String> key(String key, String defaultName, String holds) {
    return Option.text(key, defaultName, "The MDC's key that holds " + holds + ".");
  }
}
