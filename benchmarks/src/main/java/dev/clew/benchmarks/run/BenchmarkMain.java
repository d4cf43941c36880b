// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.report.Environment;
import dev.clew.benchmarks.report.Page;
import dev.clew.benchmarks.report.Readme;
import dev.clew.benchmarks.report.Report;
import dev.clew.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs what {@code ./benchmark} asks for, and prints what it comes to. */
public final class BenchmarkMain {

  private BenchmarkMain() {}

  /** Exit status: 0 when it was measured, 1 for a failure, 2 for an option it does not know. */
  public static void main(String[] arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    try {
      run(Options.parse(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println("benchmark: " + wrong.getMessage());
      System.exit(2);
    } catch (Step.StepFailed | IOException failed) {
      System.err.println("\nbenchmark: " + failed.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws Step.StepFailed, IOException {
    if (options.readme() != null) {
      Readme.at(Path.of(System.getProperty("benchmark.root", "")))
          .write(Results.read(options.readme()));
      return;
    }
    Effort effort = options.effort();
    List<Step> steps = new Plan(effort, options.threads(), options.include()).steps();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(
          "--include '"
              + options.include()
              + "' matches no layer and no benchmark that this Java can run; see --help");
    }
    endWithThisProcess();
    Results results = measure(steps, Machine.now(effort, options.threads()));
    System.out.println();
    System.out.print(Report.of(results));
    write(results, options);
  }

  static Results measure(List<Step> steps, Environment environment) throws Step.StepFailed {
    Samples samples = new Samples();
    Progress progress = new Progress(steps, System.out);
    for (int i = 0; i < steps.size(); i++) {
      progress.begins(i);
      progress.ended(i, steps.get(i).run(samples));
    }
    return new Results(environment, samples.figures());
  }

  private static void write(Results results, Options options) throws IOException {
    Files.createDirectories(options.json().toAbsolutePath().getParent());
    results.write(options.json());
    Files.writeString(options.html(), Page.of(results));
    System.out.println();
    System.out.println("All figures: " + options.json());
    System.out.println("The page:    " + options.html());
  }

  /** Ctrl-C, and any other end but the hardest, leaves no process behind. */
  private static void endWithThisProcess() {
    Thread end =
        new Thread(
            () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly));
    Runtime.getRuntime().addShutdownHook(end);
  }
}
