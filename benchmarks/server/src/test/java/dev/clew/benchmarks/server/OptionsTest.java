// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options parse(String... arguments) {
    return Options.parse(Path.of("target"), arguments);
  }

  @Test
  void measuresEverybodyIfNothingIsSaid() {
    assertThat(parse().variants()).containsExactly(Variant.values());
    assertThat(parse().json()).isEqualTo(Path.of("target/server.json"));
  }

  @Test
  void readsAll() {
    Options options =
        parse(
            "--only",
            "untraced,Clew100",
            "--rounds",
            "2",
            "--starts",
            "1",
            "--seconds",
            "3",
            "--warm-up",
            "4",
            "--rate",
            "50",
            "--json",
            "x.json");

    assertThat(options)
        .isEqualTo(
            new Options(
                List.of(Variant.UNTRACED, Variant.CLEW_100),
                1,
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                50,
                Path.of("x.json"),
                Path.of("target/agent/opentelemetry-javaagent.jar")));
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> parse("--fast")).hasMessageContaining("'--fast'; allowed: --rounds");
    assertThatThrownBy(() -> parse("--rounds")).hasMessage("--rounds needs a value");
    assertThatThrownBy(() -> parse("--rate", "0"))
        .hasMessage("--rate takes a number from 1 to 999999, not '0'");
    assertThatThrownBy(() -> parse("--only", "brave"))
        .hasMessageStartingWith("--only knows no 'brave'; allowed: untraced, clew0");
  }
}
