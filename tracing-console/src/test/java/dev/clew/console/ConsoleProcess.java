// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A collector in a process of its own, as {@code java -jar} starts it; killed when closed. */
final class ConsoleProcess implements AutoCloseable {

  private static final String READY = "Send traces to ";

  private final Process process;
  private final URI uri;

  private ConsoleProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts one; it takes requests when this returns. */
  static ConsoleProcess start(Path directory, String... flags) throws IOException {
    String classPath = System.getProperty("java.class.path");
    return start(List.of("-cp", classPath, Main.class.getName()), directory, flags);
  }

  /** Starts one that has nothing but what is packaged. */
  static ConsoleProcess ofJar(String jar, Path directory, String... flags) throws IOException {
    return start(List.of("-jar", jar), directory, flags);
  }

  private static ConsoleProcess start(List<String> main, Path directory, String... flags)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-Dclew.console.port=0");
    command.add("-Dclew.console.dir=" + directory);
    command.addAll(List.of(flags));
    command.addAll(main);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    assertThat(line).startsWith(READY + "http");
    URI uri = URI.create(line.substring(READY.length()));
    assertThat(out.readLine()).isEqualTo("Look at them at " + uri.resolve("/"));
    return new ConsoleProcess(process, uri);
  }

  /** Where a path is. */
  URI uri(String path) {
    return uri.resolve(path);
  }

  /** Tells it to end, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
