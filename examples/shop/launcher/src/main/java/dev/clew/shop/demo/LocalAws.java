// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Emulators of AWS in a process of their own, on the loopback interface and any free ports. */
final class LocalAws implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile(
          "(?s)\\bsqs (\\S+).*\\bdynamodb (\\S+).*\\bkinesis ([^\\n\\r]+).*\\bready\\b");

  /** Kinesis may have to be installed first. */
  private static final long START_MILLIS = 300_000;

  private final Companion process;

  private LocalAws(Companion process) {
    this.process = process;
  }

  /** Starts them; they end with this process in any case. */
  static LocalAws start(Layout layout) throws IOException {
    RunDirectory directory = RunDirectory.empty(layout, "aws");
    return new LocalAws(
        Companion.start(
            layout,
            "AWS on this machine",
            directory,
            List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                layout.emulatorsClassPath(),
                "dev.clew.emulators.Emulators",
                layout.kinesisHome().toString())));
  }

  /** Returns once they answer. */
  AwsServices awaitReady() throws IOException, InterruptedException, Problem {
    Matcher said = process.awaitReady(READY, START_MILLIS);
    return AwsServices.of(said.group(1), said.group(2), said.group(3));
  }

  @Override
  public void close() {
    process.close();
  }
}
