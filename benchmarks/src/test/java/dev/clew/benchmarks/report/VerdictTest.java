// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.report.Target.Bound;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Key CLEW = new Key(Layer.TREE, "clew", "1");
  private static final Key PEER = new Key(Layer.TREE, "opentelemetry", "1");
  private static final Target RATIO =
      new Target(CLEW, Measure.TIME, PEER, true, Bound.AT_MOST, 0.5);
  private static final Target TIMES = new Target(CLEW, Measure.RATE, PEER, true, Bound.AT_LEAST, 4);
  private static final Target BYTES =
      new Target(CLEW, Measure.BYTES, null, false, Bound.AT_MOST, 0);

  @Test
  void aRatioIsAsUncertainAsItsParts() {
    Value ratio = new Value(50, 3).dividedBy(new Value(100, 8));

    assertThat(ratio.mean()).isEqualTo(0.5);
    assertThat(ratio.half()).isEqualTo(0.05);
    assertThat(ratio.isSteady()).isTrue();
    assertThat(new Value(0.5, 0.09).isSteady()).isFalse();
  }

  @Test
  void theIntervalIsStudents() {
    Value value = Value.of(1, 2, 3, 4);

    assertThat(value.mean()).isEqualTo(2.5);
    assertThat(value.half()).isBetween(2.05, 2.06);
  }

  @Test
  void aFigureMeetsItsTargetOnlyWithAllOfItsInterval() {
    assertThat(Verdict.of(RATIO, new Value(0.45, 0.04))).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(RATIO, new Value(0.48, 0.04))).isEqualTo(Verdict.CLOSE);
    assertThat(Verdict.of(RATIO, new Value(0.6, 0.04))).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.of(RATIO, new Value(0.6, 0.2))).isEqualTo(Verdict.UNSTEADY);
  }

  @Test
  void moreIsBetterWhereALeastIsAskedFor() {
    assertThat(Verdict.of(TIMES, new Value(5, 0.5))).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(TIMES, new Value(3, 0.1))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void oneSampleProvesNothing() {
    assertThat(Verdict.of(RATIO, Value.of(0.1))).isEqualTo(Verdict.UNSTEADY);
  }

  @Test
  void nothingCostsLessThanNothing() {
    Target time = new Target(CLEW, Measure.TIME, null, false, Bound.AT_MOST, 60);

    assertThat(Verdict.of(time, new Value(-63, 30))).isEqualTo(Verdict.UNSTEADY);
    assertThat(Verdict.of(time, new Value(-20, 30))).isEqualTo(Verdict.MET);
  }

  @Test
  void spansAreLostOrNot() {
    Key key = new Key(Layer.EXPORT, "clew", Key.NO_RATE);
    Target none = new Target(key, Measure.LOST, null, false, Bound.AT_MOST, 0);

    assertThat(Verdict.of(none, new Value(0, 0))).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(none, new Value(0.01, 0))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void aPeerMayStandBesideAFigureThatIsLimitedItself() {
    Target beside = new Target(CLEW, Measure.BYTES, PEER, false, Bound.AT_MOST, 100);

    assertThat(Verdict.of(beside, new Value(90, 5))).isEqualTo(Verdict.MET);
    assertThat(Verdict.MISSED.text(beside, new Value(116, 0))).isEqualTo("missed by 16 B");
    assertThat(beside.limitText()).isEqualTo("at most 100 B");
  }

  @Test
  void lessThanAByteIsNone() {
    assertThat(Verdict.of(BYTES, new Value(0.001, 0.01))).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(BYTES, new Value(16, 0))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void whatIsMissedIsMissedBySoMuch() {
    Value over = new Value(0.6, 0.04);

    assertThat(Verdict.MISSED.text(RATIO, over)).isEqualTo("missed by 20.0 %");
    assertThat(Verdict.MISSED.text(BYTES, new Value(16, 0))).isEqualTo("missed by 16 B");
    assertThat(Verdict.MET.text(RATIO, over)).isEqualTo("met");
  }
}
