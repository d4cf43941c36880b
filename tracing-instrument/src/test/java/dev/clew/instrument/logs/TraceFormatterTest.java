// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static dev.clew.instrument.logs.Spans.SPAN;
import static dev.clew.instrument.logs.Spans.TRACE;
import static dev.clew.instrument.logs.Spans.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Scope;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.IllegalFormatException;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try")
class TraceFormatterTest {

  private static final String IDS = "%7$s/%8$s/%9$s";

  @Test
  void showsTheCurrentSpan() {
    Formatter formatter = new TraceFormatter(IDS + " %5$s");
    try (Scope scope = context(TRACE, SPAN).makeCurrent()) {
      assertThat(formatter.format(record())).isEqualTo(TRACE + "/" + SPAN + "/01 sold 3");
    }
    assertThat(formatter.format(record())).isEqualTo("// sold 3");
  }

  /** The JDK's reads its format once in a JVM: that of the tests' logging properties. */
  @Test
  void formatsAllElseAsTheJdkDoes() {
    LogRecord record = record();
    record.setThrown(new IllegalStateException("sold out"));
    String format =
        LogManager.getLogManager().getProperty(SimpleFormatter.class.getName() + ".format");

    assertThat(new TraceFormatter(format).format(record))
        .isEqualTo(new SimpleFormatter().format(record))
        .contains("sold 3", "IllegalStateException: sold out");
  }

  @Test
  void namesTheLoggerWhereTheSourceIsNotKnown() {
    LogRecord record = record();
    record.setSourceClassName(null);
    assertThat(new TraceFormatter("%2$s").format(record)).isEqualTo("shop");
  }

  @Test
  void refusesWhatIsNoFormat() {
    assertThatThrownBy(() -> new TraceFormatter("%5$d")).isInstanceOf(IllegalFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"'%8$s %5$s',' sold 3'", "'%99$d',' [trace_id= span_id=] sold 3'"})
  void takesItsFormatFromTheLoggingProperties(String format, String end) throws Exception {
    LogManager manager = LogManager.getLogManager();
    String key = TraceFormatter.class.getName() + ".format";
    try {
      manager.updateConfiguration(properties(key + "=" + format), name -> (old, now) -> now);
      assertThat(new TraceFormatter().format(record()).stripTrailing()).endsWith(end);
    } finally {
      manager.readConfiguration();
    }
    assertThat(manager.getProperty(key)).isNull();
  }

  private static LogRecord record() {
    LogRecord record = new LogRecord(Level.INFO, "sold {0}");
    record.setLoggerName("shop");
    record.setParameters(new Object[] {3});
    record.setSourceClassName("Shop");
    record.setSourceMethodName("sell");
    return record;
  }

  private static ByteArrayInputStream properties(String line) {
    return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
  }
}
