// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.InstrumentOptions.QueryText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {

  private static SqlQuery read(String sql) {
    return SqlQuery.of(sql, SqlDialect.POSTGRESQL);
  }

  @Test
  void singleOperationOnSingleTableIsNamed() {
    SqlQuery query = read("select * from s.t where a = 1");

    assertThat(query.operation()).isEqualTo("select");
    assertThat(query.collection()).isEqualTo("s.t");
    assertThat(query.procedure()).isNull();
  }

  @Test
  void tableJoinedWithItselfIsOne() {
    assertThat(read("SELECT * FROM t a JOIN t b ON a.i = b.p").collection()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT * FROM a, b", "INSERT INTO a SELECT * FROM b", "SELECT 1", "COMMIT", ""})
  void collectionIsLeftOutWhereThereIsNotExactlyOne(String sql) {
    assertThat(read(sql).collection()).isNull();
  }

  @Test
  void operationIsLeftOutWhereThereAreSeveral() {
    assertThat(read("INSERT INTO a SELECT * FROM b").operation()).isNull();
  }

  @Test
  void procedureIsNoCollection() {
    SqlQuery query = read("{? = call s.total(?)}");

    assertThat(query.procedure()).isEqualTo("s.total");
    assertThat(query.collection()).isNull();
    assertThat(query.operation()).isEqualTo("call");
  }

  @Test
  void placesOfParametersAreSeen() {
    assertThat(read("SELECT ?").parameterized()).isTrue();
    assertThat(read("SELECT $1").parameterized()).isTrue();
    assertThat(read("SELECT '?'").parameterized()).isFalse();
    assertThat(read("SELECT 1 -- ?").parameterized()).isFalse();
  }

  @Test
  void summaryEndsWithAWholeNameBefore256Characters() {
    String table = "t".repeat(100);
    String sql = "SELECT * FROM " + table + "1, " + table + "2, " + table + "3";

    assertThat(read(sql).summary()).isEqualTo("SELECT " + table + "1 " + table + "2");
  }

  @Test
  void textIsCutAfter16KilobytesOrSo() {
    String text = read("SELECT " + "a, ".repeat(100_000) + "b FROM t").text();

    assertThat(text.length()).isBetween(16 * 1024, 17 * 1024);
  }

  @Test
  void thousandsOfParenthesesAreTaken() {
    assertThat(read("(".repeat(50_000)).summary()).isEmpty();
    assertThat(read("SELECT * FROM t" + ")".repeat(5_000)).summary()).isEqualTo("SELECT t");
  }

  /** Were any of these quadratic, this would take hours; no time is asserted. */
  @ParameterizedTest
  @EnumSource
  void readingIsLinearWhateverIsRepeated(SqlDialect dialect) {
    String[] parts = {
      "'", "\"", "$a", "$a$", "/*", "--", "q'[", "E'\\", "0x", ".", "(", "U&", "[", "`"
    };
    for (String part : parts) {
      SqlQuery query = SqlQuery.of(part.repeat(1_000_000 / part.length()), dialect);
      assertThat(query.text().length()).isLessThan(40_000);
    }
  }

  @Test
  void cacheGivesTheSameAnswerAndStaysSmall() {
    SqlCache cache = new SqlCache(SqlDialect.H2, QueryText.AUTO);
    KnownStatement first = cache.get("SELECT 1 FROM t0");

    assertThat(cache.get("SELECT 1 FROM t0")).isSameAs(first);
    for (int i = 0; i < 10_000; i++) {
      cache.get("SELECT " + i + " FROM t");
      assertThat(cache.get("SELECT 1 FROM t0")).isSameAs(first);
    }
    assertThat(cache.size()).isLessThanOrEqualTo(512);
  }

  @Test
  void longTextsAreNotKept() {
    SqlCache cache = new SqlCache(SqlDialect.H2, QueryText.AUTO);
    String sql = "SELECT '" + "x".repeat(SqlCache.MAX_TEXT) + "'";

    assertThat(cache.get(sql).query().text()).isEqualTo("SELECT ?");
    assertThat(cache.get(null).query()).isSameAs(SqlQuery.NONE);
    assertThat(cache.size()).isZero();
  }
}
