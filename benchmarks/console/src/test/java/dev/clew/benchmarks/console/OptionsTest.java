// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options parse(String... arguments) {
    return Options.parse(Path.of("target"), arguments);
  }

  @Test
  void sendsAMillionSpansIfNothingIsSaid() {
    assertThat(parse()).isEqualTo(new Options(1_000_000, 2, 9, Path.of("target/console.json")));
  }

  @Test
  void readsAll() {
    assertThat(parse("--spans", "10", "--senders", "3", "--times", "4", "--json", "x.json"))
        .isEqualTo(new Options(10, 3, 4, Path.of("x.json")));
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> parse("--fast")).hasMessageContaining("'--fast'; allowed: --spans");
    assertThatThrownBy(() -> parse("--spans")).hasMessage("--spans needs a value");
    assertThatThrownBy(() -> parse("--senders", "21"))
        .hasMessage("--senders takes a number from 1 to 20, not '21'");
  }
}
