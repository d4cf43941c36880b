// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @TempDir Path directory;

  @Test
  void goesOnUntilItIsEndedUnlessToldOtherwise() throws Exception {
    assertThat(Options.parse()).isEqualTo(new Options(false, Errand.ORDER, false, 0, null));
    assertThat(Options.parse("--once").once()).isTrue();
  }

  @Test
  void failsWhenToldTo() throws Exception {
    assertThat(Options.parse("--fail").errand()).isEqualTo(Errand.FAILURE);
  }

  @Test
  void leavesAwsOutUnlessToldOtherwise() throws Exception {
    assertThat(Options.parse("--once").aws()).isFalse();
    assertThat(Options.parse("--aws").aws()).isTrue();
  }

  @Test
  void takesAPortAndAFile() throws Exception {
    Path file = directory.resolve("trace.json");

    assertThat(Options.parse("--http-port", "8080", "--json", file.toString()))
        .isEqualTo(new Options(false, Errand.ORDER, false, 8080, file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "", "99999999999"})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> Options.parse("--http-port", port))
        .hasMessage("--http-port takes a number from 1 to 65535, not '" + port + "'");
  }

  @Test
  void refusesAFileThatCannotBeWritten() {
    assertThatThrownBy(() -> Options.parse("--json", directory.toString()))
        .hasMessageContaining(directory.toString());
    assertThatThrownBy(() -> Options.parse("--json", directory + "/no/such/file"))
        .hasMessageContaining("/no/such/file");
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> Options.parse("--twice"))
        .hasMessage(
            "unknown option '--twice'; allowed: --once, --fail, --aws, --json FILE, --http-port PORT")
        .extracting(problem -> ((Problem) problem).exitStatus())
        .isEqualTo(2);
  }
}
