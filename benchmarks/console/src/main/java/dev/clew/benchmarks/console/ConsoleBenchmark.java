// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs what {@code ./benchmark --console} asks for, and prints what it comes to. */
public final class ConsoleBenchmark {

  private ConsoleBenchmark() {}

  /** Exit status: 0 when it was measured, 1 for a failure, 2 for an option it does not know. */
  public static void main(String[] arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    System.exit(exitStatus(arguments));
  }

  static int exitStatus(String... arguments) {
    try {
      Path root = Path.of(System.getProperty("benchmark.root", "."));
      Options options = Options.parse(root.resolve("benchmarks/console/target"), arguments);
      Report report = measure(root.resolve("tracing-console/target/tracing-console.jar"), options);
      write(report, options.json().toAbsolutePath());
      System.out.printf("%n%s%nAll figures: %s%n", report.text(), options.json());
      return 0;
    } catch (IllegalArgumentException wrong) {
      System.err.println("benchmark: " + wrong.getMessage());
      return 2;
    } catch (IOException failed) {
      System.err.println("benchmark: " + failed.getMessage());
      return 1;
    } catch (InterruptedException ended) {
      return 1;
    }
  }

  static Report measure(Path jar, Options options) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("clew-console-benchmark");
    try (RunningConsole console = RunningConsole.start(jar, directory)) {
      Intake intake = new Intake(console, options);
      Intake.Result taken = intake.run();
      List<Answers> answers = new ArrayList<>();
      for (Question question : Question.all(intake.traces())) {
        System.out.println("  " + question.name());
        answers.add(ask(console, question, options.times()));
      }
      return new Report(
          taken, console.mostResidentBytes(), console.metric("clew_console_store_bytes"), answers);
    } finally {
      delete(directory);
    }
  }

  private static Answers ask(RunningConsole console, Question question, int times)
      throws IOException, InterruptedException {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      console.get(question.path());
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Answers(question, millis);
  }

  private static void write(Report report, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), report.figures());
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
