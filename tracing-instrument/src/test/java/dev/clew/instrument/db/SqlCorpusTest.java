// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of the statements in {@code statements.tsv}. */
class SqlCorpusTest {

  private record Example(SqlDialect dialect, String sql, String text, String summary) {

    static Example of(String line) {
      String[] columns = line.split("\t", -1);
      return new Example(
          SqlDialect.valueOf(columns[0]),
          unescaped(columns[1]),
          unescaped(columns[2]),
          unescaped(columns[3]));
    }

    private static String unescaped(String column) {
      return column.translateEscapes();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysWhatAStatementDoesWithoutItsLiterals(Example example) {
    SqlQuery query = SqlQuery.of(example.sql, example.dialect);

    assertThat(query.text()).isEqualTo(example.text);
    assertThat(query.summary()).isEqualTo(example.summary);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatWasReadOnceReadsTheSameAgain(Example example) {
    SqlQuery once = SqlQuery.of(example.sql, example.dialect);
    String again = SqlQuery.of(once.text(), example.dialect).text();

    assertThat(again).isEqualTo(once.text());
  }

  @Test
  void corpusIsLargeEnough() throws IOException {
    assertThat(examples().count()).isGreaterThanOrEqualTo(500);
    assertThat(examples().map(Example::dialect).distinct()).hasSizeGreaterThanOrEqualTo(5);
  }

  static Stream<Example> examples() throws IOException {
    try (InputStream in = SqlCorpusTest.class.getResourceAsStream("statements.tsv")) {
      List<Example> all =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("# "))
              .map(Example::of)
              .collect(Collectors.toList());
      return all.stream();
    }
  }
}
