// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server's base directory for one run, so that the distribution stays as it was unpacked and two
 * runs do not meet.
 */
final class RunDirectory {

  private static final String PREFIX = "run-";

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /** Makes one, and removes what runs left behind that are no more. */
  static RunDirectory create(Layout layout) throws IOException {
    Files.createDirectories(layout.runs());
    removeLeftovers(layout.runs());
    Path path = layout.runs().resolve(PREFIX + ProcessHandle.current().pid());
    delete(path);
    Files.createDirectories(path.resolve("deployments"));
    copyConfiguration(
        layout.serverHome().resolve("standalone/configuration"), path.resolve("configuration"));
    return new RunDirectory(path);
  }

  Path path() {
    return path;
  }

  /** The server's log; it outlives the directory, until the next run. */
  Path log() {
    return path.resolveSibling(path.getFileName() + ".log");
  }

  Path deployments() {
    return path.resolve("deployments");
  }

  void delete() throws IOException {
    delete(path);
  }

  private static void copyConfiguration(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    Path main = to.resolve(WildFly.CONFIGURATION);
    // The only ports it opens that no property moves.
    Files.writeString(main, Files.readString(main).replaceAll("port=\"35(28|29)\"", "port=\"0\""));
  }

  private static void removeLeftovers(Path runs) throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      for (Path run : all.filter(RunDirectory::isLeftover).toList()) {
        delete(run);
      }
    }
  }

  private static boolean isLeftover(Path run) {
    String name = run.getFileName().toString();
    if (!name.matches(PREFIX + "[0-9]+(\\.log)?")) {
      return false;
    }
    long pid = Long.parseLong(name.replaceAll("[^0-9]", ""));
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(directory)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }
}
