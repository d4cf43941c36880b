// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plants secrets in literals and comments, between all that could lead a reader astray. */
class SqlFuzzTest {

  private static final long SEED = 20261122;
  private static final int STATEMENTS = 250_000;
  private static final String SECRET = "S3cret";

  /** What may stand in a literal beside the secret, for every kind of literal. */
  private static final List<String> HARMLESS =
      List.of(
          "", " ", "a", "--", "/*", "*/", "$", "#", "//", ";", "IN (", ")", "[", "]]", "?", "\n",
          "select ", ",", ":", "E", "q", "{");

  private static final List<String> CODE =
      List.of(
          "SELECT a1 ",
          "FROM t ",
          "WHERE x = ",
          ", ",
          "(",
          ")",
          " AND ",
          "IN (",
          "?",
          "1 ",
          "0x1F ",
          "\n",
          "- ",
          "+ ",
          "u.v2 ",
          "/* it's */ ",
          "/* \" */",
          "-- it's\n",
          "CALL p(",
          ";",
          "VALUES (",
          "N ",
          "e ",
          "a$b ",
          "*",
          " INSERT INTO x ",
          "IDENTIFIED BY x ",
          ".5 ");

  /** Literals and names with quotes, by dialect; {@code %s} is where the text goes. */
  private static final Map<SqlDialect, List<String>> LITERALS =
      Map.of(
          SqlDialect.POSTGRESQL,
          List.of(
              "'%s'",
              "'''%s'",
              "'%s''\"'",
              "'%s\\'",
              "E'\\'%s'",
              "E'%s\\\\'",
              "$$'%s$$",
              "$x$%s$$'$x$",
              "B'%s'",
              "U&'%s\\'",
              "/* '%s /* */ '*/",
              "-- '%s\n",
              "'\"%s'",
              "E'a'\n'\\'%s'"),
          SqlDialect.MYSQL,
          List.of(
              "'%s'",
              "'\\'%s'",
              "\"\\\"%s\"",
              "\"'%s\"",
              "'\"%s'",
              "'%s\\\\'",
              "_utf8'%s'",
              "/* '%s */",
              "# '%s\n",
              "-- '%s\n",
              "''''\"%s\"",
              "x'%s'"),
          SqlDialect.ORACLE,
          List.of(
              "'%s'",
              "'''%s'",
              "q'~'%s~'",
              "Q'<'%s'>'",
              "nq'!'%s!'",
              "'%s\\'",
              "-- '%s\n",
              "N'%s'",
              "/* '%s */"),
          SqlDialect.SQL_SERVER,
          List.of("'%s'", "N'''%s'", "'%s\\'", "'\"%s'", "/* '/* */ %s */", "-- '%s\n", "'[%s'"),
          SqlDialect.DB2,
          List.of("'%s'", "'''%s'", "X'%s'", "GX'%s'", "'%s\\'", "-- '%s\n", "'\"%s'"),
          SqlDialect.H2,
          List.of("'%s'", "$$'%s$$", "'%s\\'", "// '%s\n", "-- '%s\n", "U&'%s'", "'\"%s'"),
          SqlDialect.DERBY,
          List.of("'%s'", "'''%s'", "X'%s'", "'%s\\'", "-- '%s\n", "/* '/* */ %s */"),
          SqlDialect.OTHER,
          List.of(
              "'%s'",
              "'''%s'",
              "'%s\\'",
              "'\\'%s'",
              "\"'%s\"",
              "'\"%s'",
              "q'['%s]'",
              "$$'%s$$",
              "E'\\'%s'"));

  @ParameterizedTest
  @EnumSource
  void noSecretOfALiteralIsKept(SqlDialect dialect) {
    SplittableRandom random = new SplittableRandom(SEED + dialect.ordinal());
    for (int i = 0; i < STATEMENTS; i++) {
      String sql = statement(random, LITERALS.get(dialect));
      SqlQuery query = SqlQuery.of(sql, dialect);
      if (query.text().contains(SECRET) || query.summary().contains(SECRET)) {
        assertThat(query.toString()).as(sql).doesNotContain(SECRET);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyTextIsTaken(SqlDialect dialect) {
    SplittableRandom random = new SplittableRandom(SEED - dialect.ordinal());
    String alphabet = "'\"`[]$qEnxXuU&\\-/*#?:;.,(){}=+@_09aA \n\r\t\u0000\u00a0\u2028\ud800";
    for (int i = 0; i < STATEMENTS / 5; i++) {
      StringBuilder sql = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(SqlQuery.of(sql.toString(), dialect)).isNotNull();
    }
  }

  private static String statement(SplittableRandom random, List<String> literals) {
    StringBuilder sql = new StringBuilder();
    for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
      sql.append(CODE.get(random.nextInt(CODE.size())));
      if (random.nextBoolean()) {
        sql.append(' ').append(literal(random, literals)).append(" , ");
      }
    }
    return sql.toString();
  }

  private static String literal(SplittableRandom random, List<String> literals) {
    String form = literals.get(random.nextInt(literals.size()));
    String before = harmless(random, form);
    return form.replace("%s", before + SECRET + harmless(random, form));
  }

  /** What would end this very form is not harmless in it. */
  private static String harmless(SplittableRandom random, String form) {
    String text = HARMLESS.get(random.nextInt(HARMLESS.size()));
    boolean comment = form.startsWith("/*") && (text.equals("*/") || text.equals("/*"));
    boolean line = (form.endsWith("\n") || form.startsWith("E'a'")) && text.equals("\n");
    boolean dollar = form.startsWith("$") && text.equals("$");
    boolean bracket = form.startsWith("q'[") && text.startsWith("]");
    return comment || line || dollar || bracket ? "" : text;
  }
}
