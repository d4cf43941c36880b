// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.TestSpans.Draft;
import dev.clew.analysis.Trace;
import dev.clew.analysis.compare.TraceDiff.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceDiffTest {

  @Test
  void aLoopIsOneRowWithANumber() {
    List<Draft> spans = new ArrayList<>(List.of(span("root").at(0, 100)));
    for (int i = 0; i < 30; i++) {
      spans.add(span("item" + i).name("SELECT items").under("root").at(i, i + 1));
    }
    Trace many = trace(spans.toArray(Draft[]::new));
    Trace few = trace(spans.subList(0, 3).toArray(Draft[]::new));

    List<Row> rows = TraceDiff.of(few, many);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).depth()).isEqualTo(1);
    assertThat(rows.get(1).first().spans()).isEqualTo(2);
    assertThat(rows.get(1).second().spans()).isEqualTo(30);
    assertThat(rows.get(1).second().nanos()).isEqualTo(30 * Nanos.MILLI);
  }

  @Test
  void whatOnlyOneHasIsARowWithoutTheOther() {
    Trace fine =
        trace(
            span("root").at(0, 9), span("a").under("root").at(1, 2), span("b").under("a").at(1, 2));
    Trace failed =
        trace(span("root").at(0, 9).failed(""), span("c").under("root").at(1, 4).failed("x"));

    List<Row> rows = TraceDiff.of(fine, failed);

    assertThat(rows.stream().map(row -> row.depth() + " " + row.operation().name()))
        .containsExactly("0 root", "1 a", "2 b", "1 c");
    assertThat(rows.get(0).second().failed()).isEqualTo(1);
    assertThat(rows.get(1).second().spans()).isZero();
    assertThat(rows.get(1).second().longest()).isNull();
    assertThat(rows.get(3).second().longest().spanId()).isEqualTo("c");
  }

  @Test
  void sameTraceHasNoDifference() {
    Trace trace = trace(span("root").at(0, 9), span("a").under("root").at(1, 2));

    assertThat(TraceDiff.of(trace, trace)).allMatch(row -> row.first().equals(row.second()));
  }

  @Test
  void depthIsNoMatterOfTheStack() {
    List<Draft> chain = new ArrayList<>(List.of(span("0").at(0, 1)));
    for (int i = 1; i < 20_000; i++) {
      chain.add(span("" + i).under("" + (i - 1)).at(0, 1));
    }
    Trace deep = trace(chain.toArray(Draft[]::new));

    assertThat(TraceDiff.of(deep, deep)).hasSize(20_000);
  }
}
