// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.benchmarks.profile.Silence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the two processes, and gives what the sending one measured. */
public final class ExportRun {

  private ExportRun() {}

  /**
   * Measures once.
   *
   * @param tracer as in {@link dev.clew.benchmarks.tracer.Tracers#sending}
   * @param warmUp seconds that are not counted
   * @param windows seconds that are
   * @param flags of the JVM that sends
   */
  public static Sent of(String tracer, Load load, int warmUp, int windows, List<String> flags)
      throws IOException, InterruptedException {
    Process receiver = java(List.of(), Receiver.class.getName());
    try (BufferedReader printed = receiver.inputReader(StandardCharsets.UTF_8)) {
      String port = printed.readLine();
      return send(
          java(
              Stream.concat(flags.stream(), load.flags().stream()).toList(),
              ExportLoad.class.getName(),
              tracer,
              load.name(),
              port,
              Integer.toString(warmUp),
              Integer.toString(windows)));
    } finally {
      receiver.destroyForcibly();
    }
  }

  private static Sent send(Process sender) throws IOException, InterruptedException {
    String printed;
    try {
      printed = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (sender.waitFor() == 0) {
        int json = printed.lastIndexOf("{\"");
        return new ObjectMapper().readValue(printed.substring(json), Sent.class);
      }
    } finally {
      sender.destroyForcibly();
    }
    throw new IOException(printed.strip());
  }

  private static Process java(List<String> flags, String... command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(flags);
    all.addAll(Silence.flags());
    all.add("-cp");
    all.add(System.getProperty("java.class.path"));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).redirectErrorStream(true).start();
  }
}
