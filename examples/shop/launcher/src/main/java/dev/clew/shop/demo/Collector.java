// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The collector in a process of its own, on the loopback interface and any free port. */
final class Collector implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Send traces to (\\S+)/v1/traces");
  private static final long START_MILLIS = 120_000;

  private final Companion process;

  private Collector(Companion process) {
    this.process = process;
  }

  /** Starts it; it ends with this process in any case. */
  static Collector start(Layout layout) throws IOException {
    RunDirectory directory = RunDirectory.empty(layout, "collector");
    return new Collector(
        Companion.start(
            layout,
            "the collector",
            directory,
            List.of(
                "-Xmx128m",
                "-Dclew.console.port=0",
                "-Dclew.console.dir=" + directory.path().resolve("traces"),
                // Nobody wants these traces tomorrow.
                "-Dclew.console.log.sync=false",
                "-jar",
                layout.collectorJar().toString())));
  }

  /**
   * Returns once it takes spans.
   *
   * @return where
   */
  URI awaitReady() throws IOException, InterruptedException, Problem {
    return URI.create(process.awaitReady(READY, START_MILLIS).group(1));
  }

  @Override
  public void close() {
    process.close();
  }
}
