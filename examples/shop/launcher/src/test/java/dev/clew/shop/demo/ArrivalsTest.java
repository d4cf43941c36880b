// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.shop.demo.SpanStream.SpanRecord;
import dev.clew.shop.demo.SpanTables.SpanItem;
import dev.clew.shop.demo.SpanTables.TraceItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final Trace TRACE = new Trace(Spans.TRACE, Spans.checkout());
  private static final List<TraceItem> COUNTED =
      List.of(
          new TraceItem("orders", "POST /orders", 4, 0),
          new TraceItem("stock", "POST /stock/reservations", 1, 1));

  @Test
  void areCompleteWhenEachSpanIsInBothAndCounted() {
    assertThat(arrivals(5, COUNTED, Optional.of(List.of(record(3), record(5)))).isComplete())
        .isTrue();
    assertThat(arrivals(5, COUNTED, Optional.empty()).isComplete()).as("no Kinesis").isTrue();
  }

  @Test
  void areNotCompleteWhileASpanIsMissingSomewhere() {
    assertThat(arrivals(4, COUNTED, Optional.of(List.of(record(5)))).isComplete()).isFalse();
    assertThat(arrivals(5, COUNTED, Optional.of(List.of(record(4)))).isComplete()).isFalse();
    assertThat(arrivals(5, COUNTED.subList(0, 1), Optional.empty()).isComplete())
        .as("one that is not counted yet")
        .isFalse();
  }

  @Test
  void arePrintedInShort() {
    Arrivals arrivals = arrivals(5, COUNTED, Optional.of(List.of(record(2), record(5))));

    assertThat(ArrivalsPrinter.lines(arrivals, new Style(false, false), 80))
        .contains("  Arrived in DynamoDB: 5 of 5 spans, in 5 items")
        .contains("  traces  stock       1 spans, 1 errors, from POST /stock/reservations")
        .contains("  Arrived in Kinesis: 5 of 5 spans, in 2 records")
        .contains("       2  " + Spans.TRACE + "      5  orders stock")
        .allMatch(line -> line.length() <= 80);
  }

  private static Arrivals arrivals(
      int items, List<TraceItem> summaries, Optional<List<SpanRecord>> records) {
    List<SpanItem> spans =
        TRACE.spans().stream()
            .limit(items)
            .map(span -> new SpanItem(span.id(), span.service(), span.span().getName(), 1_000))
            .collect(Collectors.toList());
    return new Arrivals(TRACE, spans, summaries, records);
  }

  private static SpanRecord record(int spans) {
    return new SpanRecord(Spans.TRACE, TRACE.spans().subList(0, spans));
  }
}
