// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the zip's script as an administrator does. */
public final class Installation {

  /** The directory of the tests. */
  public static final Path WORK = Path.of(System.getProperty("it.work"));

  /** The script's name, and that of the directory in the zip. */
  public static final String NAME = System.getProperty("it.script");

  private static final Path UNPACKED = WORK.resolve("unpacked");
  private static final Path SCRIPT = UNPACKED.resolve(NAME).resolve(NAME);

  private Installation() {}

  /** Runs the script, and waits for its end. */
  public static Outcome run(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT.toString());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String text = said.lines().collect(Collectors.joining("\n"));
      return new Outcome(process.waitFor(), text);
    }
  }

  /** Unpacks the zip, by what is on every machine that has a JDK; that keeps no file modes. */
  public static void unpack() throws IOException, InterruptedException {
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

  /** Copies a directory and all in it. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  /** Removes a directory and all in it, if it is there. */
  public static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Every file and directory below one, and what is in it, to be compared. */
  public static Map<Path, String> contents(Path directory) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        contents.put(
            directory.relativize(file),
            Files.isDirectory(file)
                ? "directory"
                : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /**
   * What the script has done.
   *
   * @param said on both of its outputs
   */
  public record Outcome(int exit, String said) {

    public void assertDone() {
      assertThat(exit).as(said).isZero();
    }

    /** It failed for the reason. */
    public void assertFailed(String reason) {
      assertThat(said).startsWith(NAME + ": ").contains(reason);
      assertThat(exit).isEqualTo(1);
    }
  }
}
