// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A running {@link SpanCounter}. For one thread. */
final class Receiver implements AutoCloseable {

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;
  private final String endpoint;

  private Receiver(Process process) throws IOException {
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
    this.endpoint = "http://127.0.0.1:" + number();
  }

  static Receiver start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            SpanCounter.class.getName());
    return new Receiver(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** What {@code otel.exporter.otlp.endpoint} is to be set to. */
  String endpoint() {
    return endpoint;
  }

  /** How many spans of a service have come so far. */
  long spans(String service) throws IOException {
    questions.write(service);
    questions.newLine();
    questions.flush();
    return number();
  }

  private long number() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the receiver of spans has ended");
    }
    return Long.parseLong(line);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
