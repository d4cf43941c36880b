// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.export.ExportRun;
import dev.clew.benchmarks.export.Load;
import dev.clew.benchmarks.export.Sent;
import dev.clew.benchmarks.report.Key;
import dev.clew.benchmarks.report.Layer;
import dev.clew.benchmarks.report.Measure;
import dev.clew.benchmarks.report.Page;
import dev.clew.benchmarks.report.Report;
import dev.clew.benchmarks.report.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far too short for figures: it shows that everything runs, and that the report finds it. */
class MeasuringTest {

  private static final Effort TINY = new Effort("tiny", 1, 0, 2, 5, 1, List.of("1"));

  @TempDir private Path directory;

  @Test
  void everyBenchmarkRunsForEveryTracer() throws Exception {
    List<Step> steps =
        new Plan(TINY, 1, Pattern.compile(""))
            .steps().stream()
                .filter(JmhStep.class::isInstance)
                .<Step>map(step -> new JmhStep(step.key(), TINY, 1, 0))
                .toList();

    Results results = BenchmarkMain.measure(steps, Machine.now(TINY, 1));

    assertThat(results.figures()).hasSameSizeAs(steps);
    assertThat(results.figures())
        .allSatisfy(
            figure ->
                assertThat(figure.samples().keySet())
                    .contains(Measure.TIME, Measure.CPU, Measure.BYTES));
  }

  @Test
  void aProcessOfItsOwnIsMeasuredReportedAndKept() throws Exception {
    Key key = new Key(Layer.TREE, "clew", "1");
    Results results =
        BenchmarkMain.measure(List.of(new JmhStep(key, TINY, 2, 1)), Machine.now(TINY, 2));

    Path file = directory.resolve("result.json");
    results.write(file);
    assertThat(Results.read(file)).isEqualTo(results);
    assertThat(Report.of(results)).contains("tree of 4 spans", "clew", "100 %");
    assertThat(Page.of(results)).contains("tree of 4 spans");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clew", "opentelemetry-large"})
  void whatIsExportedArrivesInAnotherProcess(String tracer) throws Exception {
    Sent sent = ExportRun.of(tracer, Load.STEADY, 0, 1, List.of());

    assertThat(sent.lost()).isZero();
    assertThat(sent.cpuNanos()).hasSize(1);
    assertThat(sent.perSecond()).hasSize(1);
    assertThat(sent.survivors()).as("nobody looked").isEmpty();
  }

  @Test
  void noSpanThatHasEndedSurvivesAYoungCollection() throws Exception {
    Sent clew = ExportRun.of("clew", Load.HIGH, 1, 3, List.of());
    Sent sdk = ExportRun.of("opentelemetry-large", Load.HIGH, 1, 3, List.of());

    assertThat(clew.survivors()).isNotEmpty().allMatch(percent -> percent < 0.1);
    assertThat(clew.kept()).hasSameSizeAs(clew.survivors());
    assertThat(sdk.survivors()).as("its queue holds them").anyMatch(percent -> percent > 1);
  }
}
