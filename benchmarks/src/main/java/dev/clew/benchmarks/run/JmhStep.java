// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.profile.CpuTime;
import dev.clew.benchmarks.profile.Delivered;
import dev.clew.benchmarks.profile.Silence;
import dev.clew.benchmarks.report.Key;
import dev.clew.benchmarks.report.Measure;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One JMH benchmark with one set of parameters in one process.
 *
 * @param key what
 * @param effort how long
 * @param threads that measure at once
 * @param forks 1, or 0 for this process
 */
record JmhStep(Key key, Effort effort, int threads, int forks) implements Step {

  /** A fixed heap: that it grows is nobody's cost. */
  static final String[] FLAGS = {"-Xms1g", "-Xmx1g"};

  private static final Map<String, Measure> PROFILED =
      Map.of(
          CpuTime.LABEL,
          Measure.CPU,
          "gc.alloc.rate.norm",
          Measure.BYTES,
          Delivered.LABEL,
          Measure.DELIVERED);

  @Override
  public double seconds() {
    return effort.secondsOf(key.layer());
  }

  @Override
  public String run(Samples samples) throws StepFailed {
    try {
      double sum = 0;
      int count = 0;
      for (RunResult run : new Runner(options()).run()) {
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
          for (IterationResult iteration : fork.getIterationResults()) {
            sum += add(iteration, samples);
            count++;
          }
        }
      }
      return String.format(Locale.ROOT, "%,.1f ns", sum / count);
    } catch (RunnerException failed) {
      throw new StepFailed(key, failed);
    }
  }

  private double add(IterationResult iteration, Samples samples) {
    double time = iteration.getPrimaryResult().getScore();
    samples.add(key, Measure.TIME, time);
    for (Map.Entry<String, Measure> profiled : PROFILED.entrySet()) {
      Result<?> result = iteration.getSecondaryResults().get(profiled.getKey());
      if (result != null) {
        samples.add(key, profiled.getValue(), result.getScore());
      }
    }
    return time;
  }

  private Options options() {
    TimeValue time = TimeValue.milliseconds(effort.millis());
    return new OptionsBuilder()
        .include("\\." + Pattern.quote(key.layer().benchmark()) + "$")
        .param("tracer", key.tracer())
        .param("rate", key.rate().isEmpty() ? "1" : key.rate())
        .addProfiler(Delivered.class)
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuTime.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs(FLAGS)
        .jvmArgsAppend(Silence.flags().toArray(String[]::new))
        .forks(forks)
        .threads(threads)
        .warmupIterations(effort.warmUpsOf(key.layer()))
        .warmupTime(time)
        .measurementIterations(effort.iterations())
        .measurementTime(time)
        .build();
  }
}
