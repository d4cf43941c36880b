// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

  private static final Environment SOMEWHERE =
      new Environment(
          "2026-01-02T03:04:00Z", "abc", "a <fast> one", "Linux", "17", "", "quick", 1, 0.1);

  @Test
  void everyTargetIsPrintedWithItsVerdict() {
    assertThat(Assessment.all(everything())).hasSameSizeAs(Targets.all());
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    assertThat(Assessment.all(results(figure(Layer.TREE, "clew", "1", 1, 1)))).isEmpty();
  }

  @Test
  void aRatioInTheNoiseIsNotPrinted() {
    Results results =
        results(
            figure(Layer.TREE, "clew", "1", 100, 900),
            figure(Layer.TREE, "opentelemetry", "1", 100, 101));

    assertThat(Assessment.all(results))
        .allSatisfy(
            assessment -> {
              assertThat(assessment.ratio()).isEmpty();
              assertThat(assessment.verdict()).isEqualTo("lost in the noise");
            })
        .isNotEmpty();
  }

  @Test
  void whatALayerCostsWithoutTracingIsTakenOff() {
    Results results =
        results(
            figure(Layer.SQL, "none", Key.NO_RATE, 1000, 1000),
            figure(Layer.SQL, "clew", "1", 1200, 1200));

    assertThat(Report.of(results)).contains("+200 ns").doesNotContain("1,200 ns");
  }

  @Test
  void aPeerThatDropsSpansIsSaidToDoSo() {
    Figure dropping =
        new Figure(
            Layer.TREE,
            "opentelemetry",
            "1",
            Map.of(Measure.TIME, List.of(100.0, 101.0), Measure.DELIVERED, List.of(2.0, 2.0)));
    Results results = results(figure(Layer.TREE, "clew", "1", 50, 51), dropping);

    assertThat(Report.of(results)).contains("dropping 50 %");
  }

  @Test
  void thePageIsWellFormedAndNeedsNoNetwork() throws Exception {
    String page = Page.of(everything());

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    assertThat(document.getElementsByTagName("circle").getLength()).isGreaterThan(20);
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "src=", "href=", "NaN", "Infinity");
  }

  @Test
  void thePictureIsWellFormed() throws Exception {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Picture.of(everything()))));

    assertThat(picture.getElementsByTagName("path").getLength()).isGreaterThan(10);
  }

  @Test
  void ticksAreRoundAndEnclose() {
    Scale scale = Scale.of(-200, 870);

    assertThat(scale.ticks()).containsExactly(-500.0, 0.0, 500.0, 1000.0);
    assertThat(scale.position(1000)).isEqualTo(1);
    assertThat(Scale.of(-20, 870).ticks()).startsWith(0.0);
    assertThat(Scale.of(0, 0).position(0)).isZero();
  }

  /** Of every layer and tracer, at three rates. */
  static Results everything() {
    List<Figure> figures = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      for (Series series : layer.series()) {
        for (String rate : series.rates(List.of("0", "0.01", "1"))) {
          figures.add(
              figure(layer, series.tracer(), rate, 100 + figures.size(), 101 + figures.size()));
        }
      }
    }
    return results(figures.toArray(Figure[]::new));
  }

  private static Results results(Figure... figures) {
    return new Results(SOMEWHERE, List.of(figures));
  }

  private static Figure figure(Layer layer, String tracer, String rate, double... samples) {
    List<Double> list = Arrays.stream(samples).boxed().toList();
    return new Figure(
        layer,
        tracer,
        rate,
        Map.of(
            Measure.TIME, list,
            Measure.CPU, list,
            Measure.BYTES, list,
            Measure.RATE, list,
            Measure.LOST, list,
            Measure.SURVIVORS, list,
            Measure.SURVIVED, list));
  }
}
