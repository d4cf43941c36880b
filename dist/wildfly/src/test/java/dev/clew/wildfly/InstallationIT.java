// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation;
import dev.clew.dist.InstallationContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the script does to a server's directory, and what it says. */
class InstallationIT extends InstallationContract {

  @Test
  void installingTwiceAndUninstallingLeavesTheServerAsItWas() throws Exception {
    Path home = Home.create("installed-twice");
    List<String> before = configuration(home);

    Installation.run("install", "--config", InstalledServer.CONFIGURATION, home).assertDone();
    List<String> installed = configuration(home);
    Path earlier = Files.createFile(module(home).resolve("drop-in/of-an-earlier-version.jar"));
    Installation.run("install", "--config", InstalledServer.CONFIGURATION, home).assertDone();

    assertThat(earlier).doesNotExist();
    assertThat(configuration(home)).isEqualTo(installed);
    assertThat(installed)
        .hasSize(before.size() + 2)
        .containsOnlyOnce("        <extension module=\"dev.clew\"/>")
        .containsOnlyOnce("        <subsystem xmlns=\"urn:clew:subsystem:1.0\"/>");

    for (int i = 0; i < 2; i++) {
      Installation.run("uninstall", home).assertDone();
      assertThat(home.resolve("modules")).isDirectoryNotContaining("glob:**dev");
      assertThat(configuration(home)).isEqualTo(before);
    }
  }

  @Test
  void configurationThatIsNotThereIsNamed() throws Exception {
    Path home = Home.create("other-configuration");

    Installation.run("install", "--config", "ours.xml", home)
        .assertFailed("there is no " + home.resolve("standalone/configuration/ours.xml"));
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
