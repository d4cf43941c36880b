// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "SELECT a FROM t WHERE id = ? ~ id",
        "SELECT a FROM t WHERE t.id=? AND \"Name\" LIKE ? ORDER BY a ~ id,Name",
        "SELECT a FROM t WHERE (x >= ? OR x <> ?) AND s.t.y = ?::uuid ~ x,x,y",
        "UPDATE t SET a = ?, b = ? WHERE NOT c = ? ~ a,b,c",
        "INSERT INTO s.t (a, \"b\", c) VALUES (?, now(?, 1), ?), (?, 'x', ?) ~ a,-,c,a,c",
        "REPLACE INTO t (a) VALUES (?) ~ a",
        "INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = ? ~ a,b,b",
        "INSERT INTO t (a) VALUES ((SELECT x FROM u WHERE y = ?)) ~ y",
        "INSERT INTO t (a) SELECT b FROM u WHERE c = ? ~ c",
      })
  void findsWhatIsBeyondDoubt(String sql, String columns) {
    assertThat(columns(sql)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "SELECT a FROM t WHERE a + b = ? ~ -",
        "SELECT a FROM t WHERE a = ? + 1 ~ -",
        "SELECT a FROM t WHERE a = ? || 'x' ~ -",
        "SELECT a FROM t WHERE lower(a) = ? ~ -",
        "SELECT a FROM t WHERE a BETWEEN ? AND ? ~ -,-",
        "SELECT a FROM t WHERE a IN (?, ?) ~ -,-",
        "SELECT a FROM t WHERE ? = a ~ -",
        "SELECT a FROM t WHERE (a, b) = (?, ?) ~ -,-",
        "SELECT ? FROM t ~ -",
        "UPDATE t SET a = a + ? ~ -",
        "INSERT INTO t VALUES (?, ?) ~ -,-",
        "INSERT INTO t (a, b) VALUES (? * 2, f(?)) ~ -,-",
        "INSERT INTO t (a) VALUES (1, ?) ~ -",
        "{call p(?, ?)} ~ -,-",
        "SELECT a FROM t WHERE a ?? 'x' AND b = ? ~ ''",
        "SELECT a FROM t WHERE a = ?2 AND b = ?1 ~ ''",
        "SELECT 'a = ?' /* b = ? */ FROM t WHERE c = ? ~ c",
      })
  void leavesOutWhatIsNot(String sql, String columns) {
    assertThat(columns(sql)).isEqualTo(columns);
  }

  private static String columns(String sql) {
    List<String> columns = SqlReader.columns(sql, SqlDialect.POSTGRESQL);
    return String.join(",", columns.stream().map(column -> column == null ? "-" : column).toList());
  }
}
