// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static dev.clew.instrument.logs.Spans.SPAN;
import static dev.clew.instrument.logs.Spans.TRACE;
import static dev.clew.instrument.logs.Spans.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import java.util.ListResourceBundle;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceFilterTest {

  private static final String IDS = " trace_id=" + TRACE + " span_id=" + SPAN + " trace_flags=01";

  private final TraceFilter filter = new TraceFilter();
  private Scope scope;

  @BeforeEach
  void start() {
    scope = context(TRACE, SPAN).makeCurrent();
  }

  @AfterEach
  void stop() {
    scope.close();
  }

  @Test
  void addsTheSpanToTheMessage() {
    assertThat(filtered(new LogRecord(Level.INFO, "sold"))).isEqualTo("sold" + IDS);
  }

  @Test
  void addsNothingWhereNoSpanIsCurrent() {
    scope.close();
    assertThat(filtered(new LogRecord(Level.INFO, "sold"))).isEqualTo("sold");
  }

  @Test
  void addsItOnceHoweverManyFiltersThereAre() {
    LogRecord record = new LogRecord(Level.INFO, "sold");
    filtered(record);
    assertThat(filtered(record)).isEqualTo("sold" + IDS);
  }

  @Test
  void leavesParametersToTheFormatter() {
    LogRecord record = new LogRecord(Level.INFO, "sold {0}, ''cheap''");
    record.setParameters(new Object[] {3});
    assertThat(filtered(record)).isEqualTo("sold 3, 'cheap'" + IDS);
  }

  @Test
  void findsMessagesThatAreTranslated() {
    LogRecord record = new LogRecord(Level.INFO, "sold.key");
    record.setResourceBundle(new Translations());
    assertThat(filtered(record)).isEqualTo("verkauft" + IDS);
    LogRecord other = new LogRecord(Level.INFO, "no key");
    other.setResourceBundle(new Translations());
    assertThat(filtered(other)).isEqualTo("no key" + IDS);
  }

  @Test
  void passesRecordsWithoutAMessage() {
    assertThat(filtered(new LogRecord(Level.INFO, null))).isEqualTo("null" + IDS);
  }

  private String filtered(LogRecord record) {
    assertThat(filter.isLoggable(record)).isTrue();
    return new SimpleFormatter().formatMessage(record);
  }

  private static final class Translations extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"sold.key", "verkauft"}};
    }
  }
}
