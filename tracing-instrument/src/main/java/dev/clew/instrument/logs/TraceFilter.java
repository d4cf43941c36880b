// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.api.trace.SpanContext;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * A filter for loggers or handlers of {@code java.util.logging} whose format is somebody else's: it
 * lets every record pass, and adds {@code trace_id}, {@code span_id} and {@code trace_flags} of the
 * span that is current to its message, once. On a logger it sees the thread that logs, whichever
 * thread the handlers write on. Stateless.
 *
 * <p>A logger that outlives the application keeps the application's classes: take the filter off
 * when the application stops.
 */
public final class TraceFilter implements Filter {

  /** For {@code logging.properties}, and for {@link java.util.logging.Logger#setFilter}. */
  public TraceFilter() {}

  @Override
  public boolean isLoggable(LogRecord record) {
    SpanContext span = CurrentSpan.context();
    if (span.isValid()) {
      mark(record, span);
    }
    return true;
  }

  /** What is added can be read as part of any message, also of one with parameters. */
  private static void mark(LogRecord record, SpanContext span) {
    String ids =
        " trace_id=%s span_id=%s trace_flags=%s"
            .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    String message = record.getMessage();
    if (message == null || !message.endsWith(ids)) {
      record.setMessage(localized(record.getResourceBundle(), message) + ids);
    }
  }

  private static String localized(ResourceBundle bundle, String message) {
    if (bundle == null || message == null) {
      return String.valueOf(message);
    }
    try {
      return bundle.getString(message);
    } catch (MissingResourceException | ClassCastException noKey) {
      return message;
    }
  }
}
