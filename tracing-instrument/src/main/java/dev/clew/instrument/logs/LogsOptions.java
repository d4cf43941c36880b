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

  /**
   * Which MDC holds the ids of the current span: SLF4J's, JBoss LogManager's, none, or every one
   * that logs can show (auto).
   */
  public static final Option<MdcChoice> MDC = Option.choice("clew.logs.mdc", MdcChoice.AUTO);

  /** The MDC's key that holds the trace's id. */
  public static final Option<String> TRACE_ID =
      Option.text("otel.instrumentation.common.logging.trace-id", "trace_id");

  /** The MDC's key that holds the span's id. */
  public static final Option<String> SPAN_ID =
      Option.text("otel.instrumentation.common.logging.span-id", "span_id");

  /** The MDC's key that holds the trace flags (01 where the span is sampled). */
  public static final Option<String> TRACE_FLAGS =
      Option.text("otel.instrumentation.common.logging.trace-flags", "trace_flags");

  private LogsOptions() {}

  /** Every option of this package. */
  public static List<Option<?>> all() {
    return List.of(MDC, TRACE_ID, SPAN_ID, TRACE_FLAGS);
  }
}
