// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.api.trace.SpanContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * A formatter for handlers of {@code java.util.logging} that shows the span in which a line was
 * written. It formats as {@link java.util.logging.SimpleFormatter} does, with a {@link
 * java.util.Formatter format} that is given when it is made, or as the logging property {@code
 * dev.clew.instrument.logs.TraceFormatter.format}, and has these arguments: {@code 1$} the time (a
 * {@link ZonedDateTime}), {@code 2$} the source, {@code 3$} the logger, {@code 4$} the level,
 * {@code 5$} the message, {@code 6$} the exception with its stack trace, {@code 7$} the trace's id,
 * {@code 8$} the span's id, {@code 9$} the trace flags. The last three are empty where no span is
 * current.
 *
 * <p>The span is that of the thread that formats: handlers that format on a thread of their own
 * need a {@link TraceFilter} instead. Thread-safe.
 */
public final class TraceFormatter extends Formatter {

  static final String DEFAULT_FORMAT =
      "%1$tF %1$tT.%1$tL %4$s %3$s [trace_id=%7$s span_id=%8$s] %5$s%6$s%n";

  private final String format;

  /** With the format of the logging property, or one that has all but the source and the flags. */
  public TraceFormatter() {
    this(configured());
  }

  /**
   * With a format of its own.
   *
   * @throws java.util.IllegalFormatException if it is none
   */
  public TraceFormatter(String format) {
    this.format = format;
    line(ZonedDateTime.now(), "", "", "", "", "", SpanContext.getInvalid());
  }

  @Override
  public String format(LogRecord record) {
    return line(
        ZonedDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault()),
        source(record),
        record.getLoggerName(),
        record.getLevel().getLocalizedName(),
        formatMessage(record),
        thrown(record.getThrown()),
        CurrentSpan.context());
  }

  private String line(
      ZonedDateTime time,
      String source,
      String logger,
      String level,
      String message,
      String thrown,
      SpanContext span) {
    boolean valid = span.isValid();
    return String.format(
        format,
        time,
        source,
        logger,
        level,
        message,
        thrown,
        valid ? span.getTraceId() : "",
        valid ? span.getSpanId() : "",
        valid ? span.getTraceFlags().asHex() : "");
  }

  private static String source(LogRecord record) {
    String type = record.getSourceClassName();
    if (type == null) {
      return record.getLoggerName();
    }
    String method = record.getSourceMethodName();
    return method == null ? type : type + " " + method;
  }

  private static String thrown(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println();
    thrown.printStackTrace(out);
    return text.toString();
  }

  /** As with the JDK's formatters, a format that cannot be used is as good as none. */
  private static String configured() {
    String key = TraceFormatter.class.getName() + ".format";
    String format = LogManager.getLogManager().getProperty(key);
    return format != null && isUsable(format) ? format : DEFAULT_FORMAT;
  }

  private static boolean isUsable(String format) {
    try {
      new TraceFormatter(format);
      return true;
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }
}
