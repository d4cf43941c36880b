// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation;
import dev.clew.dist.InstallationContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script does to a domain's directory, and what it says. */
public abstract class DomainInstallationContract extends InstallationContract {

  @TempDir Path server;

  @BeforeEach
  void makeServer() throws IOException {
    Files.writeString(
        Files.createDirectories(server.resolve("modules")).resolve("kernel.jar"), "the server's");
  }

  @Test
  void installingTwiceAndUninstallingLeavesTheServerAsItWas() throws Exception {
    Path domain = domain("domain1");
    Map<Path, String> before = Installation.contents(server);
    assertThat(Installation.run("status", domain).said()).startsWith("Not installed");

    Installation.run("install", domain).assertDone();
    Map<Path, String> installed = Installation.contents(server);
    Path earlier = Files.createFile(domain.resolve("lib/clew/of-an-earlier-version.jar"));
    Installation.run("install", domain).assertDone();

    assertThat(Installation.run("status", domain).said()).startsWith("Installed");
    assertThat(earlier).doesNotExist();
    assertThat(Installation.contents(server)).isEqualTo(installed);
    assertThat(installed).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());

    for (int i = 0; i < 2; i++) {
      Installation.run("uninstall", domain).assertDone();
      assertThat(Installation.contents(server)).isEqualTo(before);
    }
  }

  @Test
  void moduleStaysWhileAnotherDomainHasIt() throws Exception {
    Path first = domain("first");
    Path second = domain("second");
    Map<Path, String> before = Installation.contents(server);
    Installation.run("install", first).assertDone();
    Installation.run("install", second).assertDone();

    Installation.run("uninstall", first).assertDone();
    assertThat(Installation.run("status", first).said()).startsWith("Not installed");
    assertThat(Installation.run("status", second).said()).startsWith("Installed");

    Installation.run("uninstall", second).assertDone();
    assertThat(Installation.contents(server)).isEqualTo(before);
  }

  private Path domain(String name) throws IOException {
    Path domain = server.resolve("domains").resolve(name);
    Files.createDirectories(domain.resolve("lib"));
    Files.writeString(
        Files.createDirectories(domain.resolve("config")).resolve("domain.xml"), "<domain/>");
    return domain;
  }
}
