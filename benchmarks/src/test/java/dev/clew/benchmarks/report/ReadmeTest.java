// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To write the README's part anew: {@code ./benchmark --readme benchmarks/results/result.json}. */
class ReadmeTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  /** None is committed until a quiet machine has measured one. */
  private static final Path RESULT = PROJECT.resolve("benchmarks/results/result.json");

  @TempDir private Path root;

  @Test
  void theReadmeShowsTheCommittedResult() throws IOException {
    Readme readme = Readme.at(PROJECT);
    if (Files.exists(RESULT)) {
      Results results = Results.read(RESULT);
      assertThat(readme.section()).isEqualTo(Readme.section(results));
      assertThat(readme.picture()).isEqualTo(Picture.of(results));
    } else {
      assertThat(readme.section()).isEqualTo(Readme.NOTHING);
    }
  }

  @Test
  void onlyWhatIsBetweenTheMarksIsWrittenAnew() throws IOException {
    Files.createDirectory(root.resolve("docs"));
    Path file = root.resolve("README.md");
    Files.writeString(
        file, "before\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nafter\n");

    Readme.at(root).write(ReportTest.everything());

    assertThat(Files.readString(file))
        .startsWith("before\n<!-- benchmark: begin -->\n![Time against sampling rate")
        .contains("\n| what tracing adds |")
        .endsWith("<!-- benchmark: end -->\nafter\n")
        .contains("at commit abc on a <fast> one")
        .doesNotContain("old");
    assertThat(Readme.at(root).section()).isEqualTo(Readme.section(ReportTest.everything()));
    assertThat(Readme.at(root).picture()).startsWith("<svg");
  }

  @Test
  void aReadmeWithoutMarksIsLeftAlone() throws IOException {
    Files.writeString(root.resolve("README.md"), "nothing\n");

    assertThatThrownBy(() -> Readme.at(root).write(ReportTest.everything()))
        .hasMessageContaining("has no marks");
    assertThat(Files.readString(root.resolve("README.md"))).isEqualTo("nothing\n");
  }
}
