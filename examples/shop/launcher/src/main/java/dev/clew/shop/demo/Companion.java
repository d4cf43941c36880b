// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of its own that ends with this one in any case, and says in its log when it is ready. */
final class Companion implements AutoCloseable {

  private static final long GLANCE_MILLIS = 100;
  private static final long STOP_SECONDS = 10;

  private final String name;
  private final Process process;
  private final RunDirectory directory;

  private Companion(String name, Process process, RunDirectory directory) {
    this.name = name;
    this.process = process;
    this.directory = directory;
  }

  /**
   * Starts it.
   *
   * @param name what it is called where it does not start
   * @param directory its own, removed when it is closed
   * @param command what comes after java: options, {@code -jar}, arguments
   */
  static Companion start(Layout layout, String name, RunDirectory directory, List<String> command)
      throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-javaagent:" + layout.launcherJar()));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(directory.log().toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("CLEW_"));
    return new Companion(name, builder.start(), directory);
  }

  /** Returns what it said when it was ready. */
  Matcher awaitReady(Pattern saying, long millis)
      throws IOException, InterruptedException, Problem {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(millis)) {
      boolean ended = process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      String said = said();
      Matcher ready = saying.matcher(said);
      if (ready.find()) {
        return ready;
      }
      if (ended) {
        throw Problem.failure(name + " did not start. It says:\n" + Style.plainLines(said));
      }
    }
    throw Problem.failure(name + " was not ready after " + millis / 1_000 + " s");
  }

  private String said() throws IOException {
    return new String(Files.readAllBytes(directory.log()), StandardCharsets.UTF_8);
  }

  /** Ends it, and removes what it has kept. */
  @Override
  public synchronized void close() {
    process.destroy();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    directory.deleteOrLeave();
  }
}
