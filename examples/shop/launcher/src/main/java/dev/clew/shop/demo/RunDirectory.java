// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's base directory for one run, so that the distribution stays as it was unpacked and two
 * runs do not meet.
 */
public final class RunDirectory {

  private static final String PREFIX = "run-";
  private static final Pattern RUN = Pattern.compile(PREFIX + "([0-9]+)(-[a-z0-9]+)?(\\.log)?");

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes one, and removes what runs left behind that are no more.
   *
   * @param name tells it from others of this process; lower-case letters and digits
   */
  public static RunDirectory create(Layout layout, String name) throws IOException {
    RunDirectory directory = empty(layout, name);
    Files.createDirectories(directory.deployments());
    copyConfiguration(
        layout.serverHome().resolve("standalone/configuration"),
        directory.path.resolve("configuration"));
    return directory;
  }

  /** The same, with nothing in it. */
  static RunDirectory empty(Layout layout, String name) throws IOException {
    Files.createDirectories(layout.runs());
    removeLeftovers(layout.runs());
    Path path = layout.runs().resolve(PREFIX + ProcessHandle.current().pid() + "-" + name);
    delete(path);
    Files.createDirectories(path);
    return new RunDirectory(path);
  }

  Path path() {
    return path;
  }

  /** The server's log; it outlives the directory, until the next run. */
  public Path log() {
    return path.resolveSibling(path.getFileName() + ".log");
  }

  /** What is put here is deployed. */
  public Path deployments() {
    return path.resolve("deployments");
  }

  /** Removes it, but for the log. */
  public void delete() throws IOException {
    delete(path);
  }

  /** Removes it, but for the log; where that is not possible now, the next run tries again. */
  void deleteOrLeave() {
    try {
      delete();
    } catch (IOException left) {
      // the next run tries again
    }
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

  private static boolean isLeftover(Path directory) {
    Matcher run = RUN.matcher(directory.getFileName().toString());
    if (!run.matches()) {
      return false;
    }
    long pid = Long.parseLong(run.group(1));
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
