// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.wildfly.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script does to a server's directory, and what it says. */
class InstallationIT {

  @Test
  void installingTwiceAndUninstallingLeavesTheServerAsItWas() throws Exception {
    Path home = Installation.serverHome("installed-twice");
    List<String> before = configuration(home);

    Installation.run("install", "--config", InstalledServer.CONFIGURATION, home.toString())
        .assertDone();
    List<String> installed = configuration(home);
    Path earlier = Files.createFile(module(home).resolve("drop-in/of-an-earlier-version.jar"));
    Installation.run("install", "--config", InstalledServer.CONFIGURATION, home.toString())
        .assertDone();

    assertThat(earlier).doesNotExist();
    assertThat(configuration(home)).isEqualTo(installed);
    assertThat(installed)
        .hasSize(before.size() + 2)
        .containsOnlyOnce("        <extension module=\"dev.clew\"/>")
        .containsOnlyOnce("        <subsystem xmlns=\"urn:clew:subsystem:1.0\"/>");

    for (int i = 0; i < 2; i++) {
      Installation.run("uninstall", home.toString()).assertDone();
      assertThat(home.resolve("modules")).isDirectoryNotContaining("glob:**dev");
      assertThat(configuration(home)).isEqualTo(before);
    }
  }

  @Test
  void helpSaysHowItIsUsed() throws Exception {
    Outcome outcome = Installation.run("--help");

    outcome.assertDone();
    assertThat(outcome.said()).contains("usage: clew-wildfly install", "WILDFLY", "--config FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "instal x", "install", "install --confg x y", "install x y"})
  void wrongUsageIsRefused(String arguments) throws Exception {
    Outcome outcome = Installation.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(outcome.exit()).as(outcome.said()).isEqualTo(2);
    assertThat(outcome.said()).startsWith("clew-wildfly: ").endsWith("; see clew-wildfly --help");
  }

  @Test
  void directoryThatIsNoServerStaysAsItIs(@TempDir Path directory) throws Exception {
    Outcome outcome = Installation.run("install", directory.toString());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.said()).contains(directory + " is no WildFly");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void configurationThatIsNotThereIsNamed() throws Exception {
    Path home = Installation.serverHome("other-configuration");

    Outcome outcome = Installation.run("install", "--config", "ours.xml", home.toString());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.said()).contains("there is no", "ours.xml");
    assertThat(module(home)).doesNotExist();
  }

  private static Path module(Path home) {
    return home.resolve("modules/dev/clew/main");
  }

  private static List<String> configuration(Path home) throws IOException {
    return Files.readAllLines(
        home.resolve("standalone/configuration").resolve(InstalledServer.CONFIGURATION));
  }
}
