// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The collector in a process of its own, on the loopback interface and any free port. */
final class Collector implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Send traces to (\\S+)/v1/traces");
  private static final long START_MILLIS = 120_000;
  private static final long GLANCE_MILLIS = 100;
  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final RunDirectory directory;

  private Collector(Process process, RunDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /** Starts it; it ends with this process in any case. */
  static Collector start(Layout layout) throws IOException {
    RunDirectory directory = RunDirectory.empty(layout, "collector");
    ProcessBuilder builder =
        new ProcessBuilder(command(layout, directory))
            .redirectErrorStream(true)
            .redirectOutput(directory.log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CLEW_"));
    return new Collector(builder.start(), directory);
  }

  private static List<String> command(Layout layout, RunDirectory directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-javaagent:" + layout.launcherJar(),
        "-Dclew.console.port=0",
        "-Dclew.console.dir=" + directory.path().resolve("traces"),
        // Nobody wants these traces tomorrow.
        "-Dclew.console.log.sync=false",
        "-jar",
        layout.collectorJar().toString());
  }

  /**
   * Returns once it takes spans.
   *
   * @return where
   */
  URI awaitReady() throws IOException, InterruptedException, Problem {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(START_MILLIS)) {
      boolean ended = process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      String said = said();
      Matcher ready = READY.matcher(said);
      if (ready.find()) {
        return URI.create(ready.group(1));
      }
      if (ended) {
        throw Problem.failure("the collector did not start. It says:\n" + Style.plainLines(said));
      }
    }
    throw Problem.failure("the collector was not ready after " + START_MILLIS / 1_000 + " s");
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
