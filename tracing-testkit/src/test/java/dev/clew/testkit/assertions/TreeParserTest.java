// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``             | 0 | a name is missing",
        "a >            | 3 | a name is missing",
        "a > [b, ]      | 8 | a name is missing",
        "a, b           | 1 | nothing can follow here, but ',' does",
        "a > [b] > c    | 8 | nothing can follow here, but '>' does",
        "a > [b, c      | 4 | no ']' closes this",
        "a > {b, c      | 4 | no '}' closes this",
        "a > [b > [c} ] | 11 | a ',' or a ']' is missing",
        "a [b, c]       | 2 | a '>' is missing here, or quotes around the name",
        "a {b, c}       | 2 | a '>' is missing here, or quotes around the name",
        "a > 'b         | 4 | nothing closes this quote",
        "call(a > b     | 4 | no ')' closes this; such a name needs quotes",
        "'a' (b)        | 4 | (b) is not one kind of span, and perhaps 'error'",
        "'a' (error     | 4 | no ')' closes this",
        "a (client, x)  | 13 | (client, x) is not one kind of span, and perhaps 'error'",
        "a (client, server) | 18 | (client, server) is not one kind of span, and perhaps 'error'",
      })
  void saysWhereATreeGoesWrong(String tree, int position, String problem) {
    TreeSyntaxException wrong =
        catchThrowableOfType(TreeSyntaxException.class, () -> TreeParser.parse(tree));

    assertThat(wrong).hasMessageStartingWith(problem + ", at line 1, column " + (position + 1));
    assertThat(wrong.position()).isEqualTo(position);
  }

  @Test
  void pointsAtTheLineThatIsWrong() {
    assertThatThrownBy(() -> TreeParser.parse("a > [\n  b\n  c]"))
        .hasMessage(
            """
            a ',' or a '>' is missing at the end of the line, at line 2, column 4 of the tree:
                b
                 ^"""
                .formatted());
  }

  @Test
  void asksForOneSpanWhereATreeIsTooMuch() {
    assertThatThrownBy(() -> SpanParser.parse("a > b"))
        .isInstanceOf(TreeSyntaxException.class)
        .hasMessageStartingWith("one span is asked for; a name with '>' needs quotes");
  }
}
