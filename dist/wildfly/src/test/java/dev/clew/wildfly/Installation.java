// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the script as an administrator does, on servers that cost no copy of a distribution. */
final class Installation {

  private static final Path WORK = Path.of(System.getProperty("it.work"));

  private static final Path DISTRIBUTION = Path.of(System.getProperty("it.server.distribution"));
  private static final Path UNPACKED = WORK.resolve("unpacked");
  private static final Path SCRIPT = UNPACKED.resolve("clew-wildfly/clew-wildfly");

  private Installation() {}

  /**
   * A WildFly of its own: the distribution's files by links, but what is changed by use or by an
   * installation.
   */
  static Path serverHome(String name) throws IOException {
    Path home = WORK.resolve("homes").resolve(name);
    delete(home);
    Files.createDirectories(home.resolve("modules"));
    for (String file : List.of("bin", "jboss-modules.jar", "modules/system", "welcome-content")) {
      Files.createSymbolicLink(home.resolve(file), DISTRIBUTION.resolve(file));
    }
    copy(DISTRIBUTION.resolve("standalone"), home.resolve("standalone"));
    return home;
  }

  static Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String text = said.lines().collect(Collectors.joining("\n"));
      return new Outcome(process.waitFor(), text);
    }
  }

  /** Unpacks the zip, by what is on every machine that has a JDK; that keeps no file modes. */
  static void unpack() throws IOException, InterruptedException {
    delete(UNPACKED);
    Files.createDirectories(UNPACKED);
    Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
    Process process =
        new ProcessBuilder(jar.toString(), "xf", System.getProperty("it.zip"))
            .directory(UNPACKED.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(SCRIPT.toFile().setExecutable(true)).isTrue();
  }

  /** The jars of one of the server's own modules. */
  static File[] jarsOf(String module) {
    return DISTRIBUTION
        .resolve("modules/system/layers/base")
        .resolve(module)
        .toFile()
        .listFiles((directory, name) -> name.endsWith(".jar"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  record Outcome(int exit, String said) {

    void assertDone() {
      assertThat(exit).as(said).isZero();
    }
  }
}
