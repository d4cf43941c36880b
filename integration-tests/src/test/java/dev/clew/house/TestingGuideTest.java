// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows is what runs. */
class TestingGuideTest {

  private static final Path ROOT = Document.root();
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- from (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySnippetIsFromATest() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/testing.md"));
    Matcher snippet = SNIPPET.matcher(guide);
    int found = 0;
    while (snippet.find()) {
      found++;
      assertThat(plain(Files.readString(ROOT.resolve(snippet.group(1)))))
          .as(snippet.group(1))
          .contains(plain(snippet.group(2)));
    }
    assertThat(found).as("all snippets of Java").isEqualTo(guide.split("```java\n", -1).length);
  }

  /** Without what a text block of Java needs: its indentation, and lines that are continued. */
  private static String plain(String text) {
    return text.replaceAll("\\\\\\n", " ").replaceAll("\\s+", " ").strip();
  }
}
