// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each script does with arguments that are none. */
public abstract class InstallationContract {

  @BeforeAll
  static void unpack() throws Exception {
    Installation.unpack();
  }

  @Test
  void helpSaysHowItIsUsed() throws Exception {
    Outcome outcome = Installation.run("--help");

    outcome.assertDone();
    assertThat(outcome.said()).contains("usage: " + Installation.NAME + " install", "exit status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "instal x", "install", "install --confg x y", "install x y"})
  void wrongUsageIsRefused(String arguments) throws Exception {
    Outcome outcome =
        Installation.run((Object[]) (arguments.isEmpty() ? new String[0] : arguments.split(" ")));

    assertThat(outcome.exit()).as(outcome.said()).isEqualTo(2);
    assertThat(outcome.said())
        .startsWith(Installation.NAME + ": ")
        .endsWith("; see " + Installation.NAME + " --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "uninstall"})
  void directoryThatIsNoServerStaysAsItIs(String command, @TempDir Path directory)
      throws Exception {
    Installation.run(command, directory).assertFailed(directory + " is no ");

    assertThat(directory).isEmptyDirectory();
  }
}
