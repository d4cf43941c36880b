// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.console.Requests;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.TraceSummary;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private static final long SECOND = 1_000_000_000;

  private final HeldOutlet outlet = new HeldOutlet();
  private long now;

  @Test
  void tellsOfTracesOfWhichASpanMeetsTheSearch() {
    Listener listener = listener(Search.all(10).withOperation("span 2"));
    arrive(listener, "shop", Requests.span(1, 1), child(1, 2), Requests.span(3, 3));
    tell(listener);

    assertThat(only(outlet.told).traces())
        .containsExactly(
            new TraceSummary(
                Requests.traceId(1), "shop", "span 1", SECOND, SECOND + 1_000, 2, 0, shop()));
  }

  @Test
  void saysNothingWhereNothingCame() {
    Listener listener = listener(Search.all(10));
    tell(listener);
    arrive(listener, "shop", Requests.span(1, 1));
    tell(listener);
    tell(listener);

    assertThat(outlet.told).hasSize(1);
  }

  @Test
  void followsATraceOnceItWasTold() {
    Listener listener = listener(Search.all(10).withOperation("span 2"));
    arrive(listener, "shop", child(1, 2));
    tell(listener);
    arrive(listener, "shop", Requests.span(1, 1));
    tell(listener);

    TraceSummary whole = outlet.told.get(1).traces().get(0);
    assertThat(whole.spans()).isEqualTo(2);
    assertThat(whole.rootName()).isEqualTo("span 1");
  }

  @Test
  void countsWhatItDoesNotTell() {
    Listener listener = listener(Search.all(2));
    arrive(listener, "shop", Requests.span(1, 1), Requests.span(2, 2), Requests.span(3, 3));
    tell(listener);

    assertThat(only(outlet.told).traces()).hasSize(2);
    assertThat(only(outlet.told).omitted()).isEqualTo(1);
  }

  @Test
  void remembersOnlySoMany() {
    Listener listener = listener(Search.all(1_000));
    for (int trace = 1; trace <= 1_001; trace++) {
      arrive(listener, "shop", Requests.span(trace, trace));
      tell(listener);
    }
    arrive(listener, "shop", Requests.span(1, 2_000), Requests.span(1_001, 2_001));
    tell(listener);

    assertThat(outlet.told.get(1_001).traces())
        .extracting(TraceSummary::spans)
        .containsExactly(1, 2);
  }

  @Test
  void waitsUntilTheLastNewsAreWritten() {
    Listener listener = listener(Search.all(10));
    outlet.writing = new CompletableFuture<>();
    arrive(listener, "shop", Requests.span(1, 1));
    tell(listener);
    arrive(listener, "shop", Requests.span(2, 2));
    tell(listener);
    assertThat(outlet.told).hasSize(1);

    outlet.writing.complete(null);
    tell(listener);
    assertThat(outlet.told).hasSize(2);
  }

  @Test
  void isTooSlowWhereNewsAreNotReadInTime() {
    Listener listener = listener(Search.all(10));
    outlet.writing = new CompletableFuture<>();
    arrive(listener, "shop", Requests.span(1, 1));
    tell(listener);

    now += Listener.PATIENCE.toNanos() + 1;
    assertThat(listener.tell(now)).isEqualTo(Listener.State.TOO_SLOW);
  }

  @Test
  void isGoneWhereNothingCanBeWritten() {
    Listener listener = listener(Search.all(10));
    outlet.writing = CompletableFuture.failedFuture(new java.io.IOException("broken pipe"));
    arrive(listener, "shop", Requests.span(1, 1));
    tell(listener);

    assertThat(listener.tell(now)).isEqualTo(Listener.State.GONE);
  }

  @Test
  void looksWhetherAnybodyIsThereAfterSilence() {
    Listener listener = listener(Search.all(10));
    tell(listener);
    assertThat(outlet.probes).isZero();

    now += Listener.SILENCE.toNanos() + 1;
    tell(listener);
    tell(listener);
    assertThat(outlet.probes).isEqualTo(1);
  }

  @Test
  void cutsLongTexts() {
    Listener listener = listener(Search.all(10));
    arrive(listener, "s".repeat(1_000), Requests.span(1, 1).setName("n".repeat(1 << 20)));
    tell(listener);

    TraceSummary trace = only(outlet.told).traces().get(0);
    assertThat(trace.rootName()).hasSizeLessThan(400).endsWith("\u2026");
    assertThat(trace.services().get(0)).hasSizeLessThan(400);
  }

  private Listener listener(Search search) {
    return new Listener(search, outlet, now);
  }

  private void tell(Listener listener) {
    assertThat(listener.tell(now)).isEqualTo(Listener.State.LISTENING);
  }

  private static void arrive(Listener listener, String service, Span.Builder... spans) {
    List<Span> built = Arrays.stream(spans).map(Span.Builder::build).toList();
    Map<String, List<KeptSpan>> traces =
        KeptSpan.of(Requests.of(service, built).getResourceSpansList()).stream()
            .collect(
                Collectors.groupingBy(KeptSpan::traceId, LinkedHashMap::new, Collectors.toList()));
    listener.arrived(traces);
  }

  private static Span.Builder child(long trace, long span) {
    return Requests.span(trace, span).setParentSpanId(Requests.id(1));
  }

  private static List<String> shop() {
    return List.of("shop");
  }

  private static News only(List<News> told) {
    assertThat(told).hasSize(1);
    return told.get(0);
  }
}
