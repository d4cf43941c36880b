// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.benchmarks.report.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  private static final int BUILD_SECONDS = 40;

  @Test
  void nothingSaidIsTheQuickRunOfEverything() {
    Options options = Options.parse();

    assertThat(options.effort()).isEqualTo(Effort.QUICK);
    assertThat(options.threads()).isEqualTo(1);
    assertThat(options.html()).isEqualTo(Path.of("target", "benchmark.html"));
  }

  @Test
  void whatIsSaidLastCounts() {
    Options options =
        Options.parse("--full", "--threads", "2", "--json", "a.json", "--json", "b.json");

    assertThat(options.effort()).isEqualTo(Effort.FULL);
    assertThat(options.threads()).isEqualTo(2);
    assertThat(options.json()).isEqualTo(Path.of("b.json"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          --fast,                "unknown option '--fast'; allowed: --full"
          --json,                --json needs a value
          --json result.txt,     "ends in .json, not 'result.txt'"
          --threads two,         "from 1 to 64, not 'two'"
          --threads 0,           "from 1 to 64, not '0'"
          --include [,           "--include needs a regular expression; '[' is none"
          """)
  void whatIsWrongIsSaidWithWhatIsAllowed(String arguments, String message) {
    assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aLayerIsIncludedByItsNameOrItsBenchmarks() {
    assertThat(layers("tree|jdbc"))
        .contains("TREE", "TREE_TWO_THREADS", "SQL", "REQUEST_SQL")
        .doesNotContain("BEAN");
    assertThat(layers("nothing of the kind")).isEmpty();
  }

  @Test
  void whatAHurryLeavesOutIsMeasuredWhenAskedForByName() {
    assertThat(layers("")).contains("TREE").doesNotContain("MESSAGE", "SPAN");
    assertThat(layers("message")).containsOnly("MESSAGE");
  }

  @Test
  void whoIsLeftOutInAHurryIsMeasuredWhenTheLayerIsAskedForByName() {
    assertThat(tracers("")).contains("clew", "xray").doesNotContain("p6spy");
    assertThat(tracers("sql")).contains("p6spy");
  }

  @Test
  void twoThreadsMeasureWhereTheLayerSaysSo() {
    List<Integer> threads =
        new Plan(Effort.QUICK, 1, Pattern.compile("TWO_THREADS"))
            .steps().stream().map(step -> ((JmhStep) step).threads()).distinct().toList();

    assertThat(threads).containsExactly(2);
  }

  @Test
  void virtualThreadsAreMeasuredWhereThereAreAny() {
    assertThat(layers("virtual").isEmpty()).isEqualTo(Runtime.version().feature() < 21);
  }

  @Test
  void everythingIsMeasuredOnceBeforeAnythingIsMeasuredTwice() {
    List<Step> steps = new Plan(Effort.QUICK, 1, Pattern.compile("")).steps();

    int half = steps.size() / 2;
    assertThat(steps.subList(0, half)).isEqualTo(steps.subList(half, steps.size()));
    assertThat(steps.subList(0, half)).doesNotHaveDuplicates();
  }

  @Test
  void theQuickRunTakesLessThanTenMinutes() {
    List<Step> steps = new Plan(Effort.QUICK, 1, Pattern.compile("")).steps();

    assertThat(steps.stream().mapToDouble(Step::seconds).sum()).isLessThan(600 - BUILD_SECONDS);
  }

  private static List<String> layers(String include) {
    return keys(include).map(key -> key.layer().name()).distinct().toList();
  }

  private static List<String> tracers(String include) {
    return keys(include).map(Key::tracer).distinct().toList();
  }

  private static Stream<Key> keys(String include) {
    Pattern pattern = Options.parse("--include", include).include();
    return new Plan(Effort.QUICK, 1, pattern).steps().stream().map(Step::key);
  }
}
