// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class ReportTest {

  /** Far too short for figures: it shows that everything runs, and that the report finds it. */
  @Test
  void everyTargetIsFoundInARunOfEveryBenchmark() throws Exception {
    Collection<RunResult> runs =
        new Runner(
                new OptionsBuilder()
                    .include("dev\\.clew\\.benchmarks\\..*")
                    .param("rate", "1", "0.01", "0")
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTime.class)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(5))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    Results results = new Results(runs);
    assertThat(Target.all()).allSatisfy(target -> assertThat(target.reached(results)).isPresent());
    assertThat(Report.of(results).lines()).hasSize(Target.all().size() + 1);
    assertThat(results.find("Tree", "clew", "1", Measure.CPU)).isPresent();
  }

  @Test
  void aRatioIsAsUncertainAsItsParts() {
    Value ratio = new Value(50, 3).dividedBy(new Value(100, 8));

    assertThat(ratio.mean()).isEqualTo(0.5);
    assertThat(ratio.half()).isEqualTo(0.05);
    assertThat(ratio.isSteady()).isTrue();
    assertThat(new Value(0.5, 0.09).isSteady()).isFalse();
  }

  @Test
  void aFigureMeetsItsTargetOnlyWithAllOfItsInterval() {
    Target target = Target.all().get(0);

    assertThat(Verdict.of(target, new Value(0.45, 0.04))).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(target, new Value(0.48, 0.04))).isEqualTo(Verdict.CLOSE);
    assertThat(Verdict.of(target, new Value(0.6, 0.04))).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.of(target, new Value(0.6, 0.2))).isEqualTo(Verdict.UNSTEADY);
  }

  @Test
  void whatIsNotKnownIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> Options.parse("--fast")).hasMessageContaining("allowed: --full");
    assertThatThrownBy(() -> Options.parse("--json")).hasMessageContaining("needs a value");
    assertThat(Options.parse("--full", "--include", "Tree").include()).isEqualTo(".*Tree.*");
  }
}
