// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs what {@code ./benchmark} asks for, and prints what it comes to. */
public final class BenchmarkMain {

  private static final String PACKAGE = "dev\\.clew\\.benchmarks\\.";
  private static final String[] QUICK_RATES = {"1", "0.01", "0"};

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
    } catch (RunnerException | IOException failed) {
      System.err.println("benchmark: " + failed.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws RunnerException, IOException {
    Path directory = options.json().toAbsolutePath().getParent();
    Files.createDirectories(directory);
    ChainedOptionsBuilder jmh =
        new OptionsBuilder()
            .include(PACKAGE + options.include())
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(options.json().toString())
            .forks(options.full() ? 5 : 2)
            .warmupIterations(options.full() ? 5 : 2)
            .measurementIterations(options.full() ? 5 : 4)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(options.full() ? 2 : 1));
    if (!options.full()) {
      jmh.param("rate", QUICK_RATES);
    }
    Collection<RunResult> runs = new Runner(jmh.build()).run();
    System.out.println();
    System.out.print(Report.of(new Results(runs)));
    System.out.println("All figures: " + options.json());
  }
}
