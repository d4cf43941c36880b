// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TracesTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Received received = new Received();
  private final Traces traces = new Traces(received, Duration.ofMillis(1), Duration.ofMillis(2));

  /** Has one trace, of the spans so far. */
  private static final class Received implements Traces.Source {

    private final List<ServiceSpan> spans = new ArrayList<>();

    @Override
    public Map<String, Integer> sizes() {
      return spans.isEmpty() ? Map.of() : Map.of(Spans.TRACE, spans.size());
    }

    @Override
    public List<ServiceSpan> spans(String traceId) {
      return List.copyOf(spans);
    }
  }

  @Test
  void handsOutATraceThatCameInPieces() throws Exception {
    Traces patient = new Traces(received, Duration.ZERO, LONG);
    List<ServiceSpan> spans = Spans.checkout();
    received.spans.addAll(spans.subList(3, 5));
    assertThat(patient.next(Set.of(), Duration.ZERO)).isEmpty();
    received.spans.addAll(spans.subList(0, 3));

    Trace trace = patient.next(Set.of("orders", "stock"), LONG).orElseThrow();

    assertThat(trace.id()).isEqualTo(Spans.TRACE);
    assertThat(trace.spans()).containsExactlyElementsOf(spans);
    assertThat(trace.isComplete()).isTrue();
  }

  @Test
  void handsOutATraceOnce() throws Exception {
    received.spans.addAll(Spans.checkout());

    assertThat(traces.next(Set.of(), LONG)).isPresent();
    assertThat(traces.next(Set.of(), Duration.ZERO)).isEmpty();
  }

  @Test
  void doesNotHandOutWhatWasSkipped() throws Exception {
    received.spans.addAll(Spans.checkout());

    traces.skip(1, LONG);

    assertThat(traces.next(Set.of(), Duration.ZERO)).isEmpty();
  }

  @Test
  void waitsForWhoeverProcessesAMessage() throws Exception {
    Traces patient = new Traces(received, Duration.ZERO, LONG);
    List<ServiceSpan> spans = Spans.order();
    received.spans.addAll(spans.subList(0, 2));

    assertThat(patient.next(Set.of(), Duration.ZERO)).isEmpty();

    received.spans.add(spans.get(2));
    assertThat(patient.next(Set.of(), Duration.ZERO).orElseThrow().spans()).isEqualTo(spans);
  }

  @Test
  void keepsToItselfWhatServicesDoForThemselves() throws Exception {
    received.spans.add(Spans.of("stock", Spans.internal(1, 0, "Tables.create", 0, 1)));

    assertThat(traces.next(Set.of(), Duration.ofMillis(100))).isEmpty();
  }

  @Test
  void handsOutAtLastWhatIsNotComplete() throws Exception {
    received.spans.addAll(Spans.checkout().subList(1, 5));

    assertThat(traces.next(Set.of(), LONG).orElseThrow().isComplete()).isFalse();
  }
}
