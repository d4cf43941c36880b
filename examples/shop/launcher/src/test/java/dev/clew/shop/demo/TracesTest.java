// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TracesTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Traces traces = new Traces(Duration.ofMillis(1), Duration.ofMillis(2));

  @Test
  void handsOutATraceThatCameInPieces() throws Exception {
    List<ServiceSpan> spans = Spans.checkout();
    spans.subList(3, 5).forEach(span -> traces.add(Spans.received(span)));
    spans.subList(0, 3).forEach(span -> traces.add(Spans.received(span)));

    Trace trace = traces.next(Set.of("orders", "stock"), LONG).orElseThrow();

    assertThat(trace.id()).isEqualTo(Spans.TRACE);
    assertThat(trace.spans()).containsExactlyElementsOf(spans);
    assertThat(trace.isComplete()).isTrue();
  }

  @Test
  void handsOutATraceOnce() throws Exception {
    Spans.checkout().forEach(span -> traces.add(Spans.received(span)));

    assertThat(traces.next(Set.of(), LONG)).isPresent();
    assertThat(traces.next(Set.of(), Duration.ZERO)).isEmpty();
  }

  @Test
  void waitsForWhoeverProcessesAMessage() throws Exception {
    Traces patient = new Traces(Duration.ZERO, LONG);
    List<ServiceSpan> spans = Spans.order();
    spans.subList(0, 2).forEach(span -> patient.add(Spans.received(span)));

    assertThat(patient.next(Set.of(), Duration.ZERO)).isEmpty();

    patient.add(Spans.received(spans.get(2)));
    assertThat(patient.next(Set.of(), Duration.ZERO).orElseThrow().spans()).isEqualTo(spans);
  }

  @Test
  void keepsToItselfWhatServicesDoForThemselves() throws Exception {
    traces.add(Spans.received(Spans.of("stock", Spans.internal(1, 0, "Tables.create", 0, 1))));

    assertThat(traces.next(Set.of(), Duration.ofMillis(100))).isEmpty();
  }

  @Test
  void handsOutAtLastWhatIsNotComplete() throws Exception {
    Spans.checkout().subList(1, 5).forEach(span -> traces.add(Spans.received(span)));

    assertThat(traces.next(Set.of(), LONG).orElseThrow().isComplete()).isFalse();
  }
}
