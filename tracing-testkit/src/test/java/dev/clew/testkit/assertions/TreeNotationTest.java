// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Trace;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names and trees that nobody would think of. */
class TreeNotationTest {

  private static final String SIGNS = "ab >[]{}(),:.*\"'\\\n client error";
  private static final int TIMES = 5_000;

  private final Random random = new Random(42);

  @Test
  void everyNameCanBeWrittenAndRead() {
    for (int i = 0; i < TIMES; i++) {
      Trace trace = Samples.flat("a", text(12), text(12));
      assertThatTrace(trace).hasTree(TreeWriter.write(trace));
    }
  }

  @Test
  void whateverIsNoTreeIsSaidSo() {
    int trees = 0;
    for (int i = 0; i < TIMES; i++) {
      String text = text(20);
      try {
        TreeParser.parse(text);
        trees++;
      } catch (TreeSyntaxException wrong) {
        assertThat(wrong.position()).isBetween(0, text.length());
      }
    }
    assertThat(trees).isBetween(1, TIMES - 1);
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(length); i >= 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
