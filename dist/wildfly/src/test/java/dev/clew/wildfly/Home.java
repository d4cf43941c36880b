// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import dev.clew.dist.Installation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Servers that cost no copy of a distribution. */
final class Home {

  private static final Path DISTRIBUTION = Path.of(System.getProperty("it.server.distribution"));

  private Home() {}

  /**
   * A WildFly of its own: the distribution's files by links, but what is changed by use or by an
   * installation.
   */
  static Path create(String name) throws IOException {
    Path home = Installation.WORK.resolve("homes").resolve(name);
    Installation.delete(home);
    Files.createDirectories(home.resolve("modules"));
    for (String file : List.of("bin", "jboss-modules.jar", "modules/system", "welcome-content")) {
      Files.createSymbolicLink(home.resolve(file), DISTRIBUTION.resolve(file));
    }
    Installation.copy(DISTRIBUTION.resolve("standalone"), home.resolve("standalone"));
    return home;
  }

  /** The jars of one of the server's own modules. */
  static File[] jarsOf(String module) {
    return DISTRIBUTION
        .resolve("modules/system/layers/base")
        .resolve(module)
        .toFile()
        .listFiles((directory, name) -> name.endsWith(".jar"));
  }
}
