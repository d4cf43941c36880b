// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The figures of one run, found by benchmark and parameters. */
final class Results {

  private static final double CONFIDENCE = 0.95;

  private final Map<String, RunResult> runs = new TreeMap<>();

  Results(Collection<RunResult> runs) {
    runs.forEach(run -> this.runs.put(key(run.getParams()), run));
  }

  private static String key(BenchmarkParams params) {
    String type = params.getBenchmark().replaceFirst("\\.[^.]+$", "");
    String name = type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "");
    String rate = params.getParamsKeys().contains("rate") ? params.getParam("rate") : "1";
    return name + ' ' + params.getParam("tracer") + ' ' + rate;
  }

  /** Nothing where it was not measured. */
  Optional<Value> find(String benchmark, String tracer, String rate, Measure measure) {
    RunResult run = runs.get(benchmark + ' ' + tracer + ' ' + rate);
    if (run == null) {
      return Optional.empty();
    }
    Result<?> result =
        measure.label().isEmpty()
            ? run.getPrimaryResult()
            : run.getSecondaryResults().get(measure.label());
    return Optional.ofNullable(result).map(Results::value);
  }

  private static Value value(Result<?> result) {
    return new Value(result.getScore(), result.getStatistics().getMeanErrorAt(CONFIDENCE));
  }
}
