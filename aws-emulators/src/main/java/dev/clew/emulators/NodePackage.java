// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What npm installs of the files beside this class, in the versions that they lock. */
final class NodePackage {

  /** Loaded by Node before the emulator. */
  static final String LOOPBACK = "loopback.js";

  /** What Node runs. */
  static final String MAIN = "node_modules/kinesis-local/main.js";

  private static final List<String> FILES = List.of("package.json", "package-lock.json", LOOPBACK);

  private NodePackage() {}

  /** Does nothing where it is installed already. */
  static void install(Path home) throws IOException, InterruptedException, NotInstalledException {
    if (!isOnPath("node") || !isOnPath("npm")) {
      throw new NotInstalledException("there is no node or no npm");
    }
    Files.createDirectories(home);
    for (String file : FILES) {
      try (InputStream in = NodePackage.class.getResourceAsStream(file)) {
        Files.copy(in, home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.exists(home.resolve(MAIN))) {
      runNpm(home);
    }
  }

  private static void runNpm(Path home)
      throws IOException, InterruptedException, NotInstalledException {
    Path log = home.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new NotInstalledException("npm could not install kinesis-local: see " + log);
    }
  }

  private static boolean isOnPath(String tool) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
