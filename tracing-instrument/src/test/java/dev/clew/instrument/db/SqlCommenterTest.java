// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommenterTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String COMMENT = "/*traceparent='00-" + TRACE + "-" + SPAN + "-01'*/";

  private static String commented(String sql, SqlDialect dialect) {
    return SqlCommenter.commented(
        sql,
        dialect,
        SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "SELECT 1 ~ SELECT 1 {}",
        "SELECT 1; ~ SELECT 1 {};",
        "(select 1) union (select 2) ~ (select 1) union (select 2) {}",
        "INSERT INTO t VALUES (1) ;; ~ INSERT INTO t VALUES (1) {} ;;",
      })
  void commentStandsAtTheEnd(String sql, String expected) {
    assertThat(commented(sql, SqlDialect.MYSQL)).isEqualTo(expected.replace("{}", COMMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ; ",
        "SELECT /* why */ 1",
        "SELECT 1 -- why",
        "SELECT '/*' ",
        "SELECT 1 # why",
        "SELECT 1 // why",
        "CREATE VIEW v AS SELECT 1",
        "{call p()}",
        "EXPLAIN SELECT 1",
        "SELECTED",
      })
  void othersStayAsTheyAre(String sql) {
    assertThat(commented(sql, SqlDialect.H2)).isSameAs(sql);
  }

  @Test
  void nothingIsSaidToUnknownDatabases() {
    assertThat(commented("SELECT 1", SqlDialect.OTHER)).isEqualTo("SELECT 1");
    assertThat(commented(null, SqlDialect.H2)).isNull();
  }
}
