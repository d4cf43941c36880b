// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.export.ExportLoad;
import dev.clew.benchmarks.export.ExportRun;
import dev.clew.benchmarks.export.Load;
import dev.clew.benchmarks.export.Sent;
import dev.clew.benchmarks.report.Key;
import dev.clew.benchmarks.report.Measure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Spans that are sent to another process.
 *
 * @param key who
 * @param load how many
 * @param warmUp seconds that are not counted
 * @param windows seconds that are
 */
record ExportStep(Key key, Load load, int warmUp, int windows) implements Step {

  @Override
  public double seconds() {
    return 1.5 + warmUp + ExportLoad.SETTLING + windows;
  }

  @Override
  public String run(Samples samples) throws StepFailed {
    try {
      Sent sent = ExportRun.of(key.tracer(), load, warmUp, windows, List.of(JmhStep.FLAGS));
      return switch (load) {
        case STEADY -> {
          sent.cpuNanos().forEach(nanos -> samples.add(key, Measure.CPU, nanos));
          samples.add(key, Measure.DELIVERED, 1 - sent.lost());
          yield String.format(Locale.ROOT, "%,.0f ns of processor", last(sent.cpuNanos()));
        }
        case HIGH -> {
          samples.add(key, Measure.LOST, 100 * sent.lost());
          sent.survivors().forEach(percent -> samples.add(key, Measure.SURVIVORS, percent));
          sent.kept().forEach(bytes -> samples.add(key, Measure.SURVIVED, bytes));
          yield String.format(Locale.ROOT, "%.2f %% lost", 100 * sent.lost());
        }
        case FULL -> {
          sent.perSecond().forEach(spans -> samples.add(key, Measure.RATE, spans));
          yield String.format(Locale.ROOT, "%,.0f/s arrive", last(sent.perSecond()));
        }
      };
    } catch (IOException | InterruptedException failed) {
      throw new StepFailed(key, failed);
    }
  }

  private static double last(List<Double> samples) {
    return samples.get(samples.size() - 1);
  }
}
