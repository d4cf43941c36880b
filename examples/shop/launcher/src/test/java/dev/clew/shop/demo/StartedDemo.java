// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A demo in a process of its own, with everything it says and everything it starts. */
final class StartedDemo implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(300);

  private final Process process;
  private final List<String> said = new ArrayList<>();
  private final Thread reader;

  StartedDemo(ProcessBuilder builder) throws IOException {
    process = builder.redirectErrorStream(true).start();
    reader = new Thread(this::read, "reads what the demo says");
    reader.start();
  }

  /** The demo as it is built. */
  static StartedDemo start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dshop.root=" + System.getProperty("demo.root"),
                "-Dstdout.encoding=UTF-8",
                "-jar",
                System.getProperty("demo.jar")));
    command.addAll(Arrays.asList(arguments));
    return new StartedDemo(new ProcessBuilder(command));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (said) {
          said.add(line);
        }
      }
    } catch (IOException closed) {
      // the process has been killed
    }
  }

  String said() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  void awaitSaying(String part) {
    await().atMost(LIMIT).until(() -> said().contains(part) || !process.isAlive());
    if (!said().contains(part)) {
      throw new AssertionError("ended before it said \"" + part + "\":\n" + said());
    }
  }

  int awaitExit() throws InterruptedException {
    int status = process.waitFor();
    reader.join();
    return status;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Everything that it has started and that runs now. */
  List<ProcessHandle> descendants() {
    return process.descendants().collect(Collectors.toList());
  }

  static void awaitGone(List<ProcessHandle> processes) {
    await().atMost(LIMIT).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Override
  public void close() {
    List<ProcessHandle> rest = descendants();
    process.destroyForcibly();
    rest.forEach(ProcessHandle::destroyForcibly);
  }
}
