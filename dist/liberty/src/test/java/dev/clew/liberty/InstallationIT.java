// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation;
import dev.clew.dist.InstallationContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script does to a server's directory, and what it says. */
class InstallationIT extends InstallationContract {

  @TempDir Path user;

  @Test
  void installingTwiceAndUninstallingLeavesTheServerAsItWas() throws Exception {
    Path server = server("first");
    Files.writeString(
        Files.createDirectories(user.resolve("extension/lib/features")).resolve("other-1.0.mf"),
        "somebody else's");
    Map<Path, String> before = Installation.contents(user);

    Installation.run("install", server).assertDone();
    Map<Path, String> installed = Installation.contents(user);
    Path earlier = Files.createFile(user.resolve("extension/lib/clew/of-an-earlier-version.jar"));
    Installation.run("install", server).assertDone();

    assertThat(earlier).doesNotExist();
    assertThat(Installation.contents(user)).isEqualTo(installed);
    assertThat(installed).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());

    for (int i = 0; i < 2; i++) {
      Installation.run("uninstall", server).assertDone();
      assertThat(Installation.contents(user)).isEqualTo(before);
    }
  }

  @Test
  void featureStaysWhileAnotherServerHasIt() throws Exception {
    Path first = server("first");
    Path second = server("second");
    Map<Path, String> before = Installation.contents(user);
    Installation.run("install", first).assertDone();
    Installation.run("install", second).assertDone();
    Path feature = user.resolve("extension/lib/features/clew-1.0.mf");

    Installation.run("uninstall", first).assertDone();
    assertThat(feature).exists();
    assertThat(second.resolve("configDropins/defaults/clew.xml")).exists();

    Installation.run("uninstall", second).assertDone();
    assertThat(Installation.contents(user)).isEqualTo(before);
  }

  @Test
  void serverWithoutAPlaceForFeaturesIsRefused() throws Exception {
    Files.writeString(user.resolve("server.xml"), "<server/>");

    Installation.run("install", user).assertFailed("it is not in a directory servers");
  }

  private Path server(String name) throws IOException {
    Path server = Files.createDirectories(user.resolve("servers").resolve(name));
    Files.writeString(server.resolve("server.xml"), "<server/>");
    return server;
  }
}
