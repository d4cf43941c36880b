// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.GeneratedTrace;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanBuilder;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Status;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Patterns that are hidden in random traces are found, with exactly their spans. */
class PlantedPatternsTest {

  private static final int TRACES = 300;

  @Test
  void statementsThatRepeat() {
    for (long seed = 0; seed < TRACES; seed++) {
      Planting planting = new Planting(seed);
      planting.calls(15, false, Map.of("db.system.name", "planted"));
      planting.assertFound(Kind.N_PLUS_ONE);
    }
  }

  @Test
  void callsThatRepeat() {
    for (long seed = 0; seed < TRACES; seed++) {
      Planting planting = new Planting(seed);
      planting.calls(15, false, Map.of("server.address", "planted"));
      planting.assertFound(Kind.CHATTY);
    }
  }

  @Test
  void retries() {
    for (long seed = 0; seed < TRACES; seed++) {
      Planting planting = new Planting(seed);
      planting.calls(4, true, Map.of("server.address", "planted"));
      planting.assertFound(Kind.RETRY_STORM);
    }
  }

  @Test
  void plainTracesHaveNone() {
    for (long seed = 0; seed < TRACES; seed++) {
      Trace trace = Traces.assembleOne(GeneratedTrace.of(seed), 0);
      assertThat(Insights.of(trace))
          .as("seed %d", seed)
          .extracting(Insight::kind)
          .doesNotContain(Kind.N_PLUS_ONE, Kind.CHATTY, Kind.RETRY_STORM, Kind.TIMEOUT);
    }
  }

  @Test
  void everyFindingNamesSpansThatAreThere() {
    for (long seed = 0; seed < TRACES; seed++) {
      List<Span> spans = new ArrayList<>(GeneratedTrace.of(seed));
      List<Insight> found = Insights.of(Traces.assembleOne(spans, 0));
      Set<SpanRef> refs = new HashSet<>();
      spans.forEach(span -> refs.add(SpanRef.of(span)));
      for (Insight insight : found) {
        assertThat(refs).containsAll(insight.spans());
        assertThat(insight.spans()).isNotEmpty();
        assertThat(insight.nextStep()).endsWith(".");
      }
      Collections.shuffle(spans, new Random(seed));
      assertThat(Insights.of(Traces.assembleOne(spans, 0))).isEqualTo(found);
    }
  }

  @Test
  void managesDeepChainsAndWideFans() {
    List<Span> chain = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      SpanBuilder span = Span.builder("t", "s" + i).name("n").kind(SpanKind.values()[i % 5]);
      span.parent(i == 0 ? "" : "s" + (i % 3 == 0 ? i - 1 : i / 2)).time(i, i + 100_000);
      chain.add(span.status(Status.failed("timeout " + i)).build());
    }
    assertThat(Insights.of(Traces.assembleOne(chain, 0))).isNotEmpty();
  }

  /** Hides something in a random trace, below a random span that nothing else is below. */
  private static final class Planting {

    private final List<Span> spans;
    private final Span caller;
    private final List<String> planted = new ArrayList<>();
    private final long seed;

    Planting(long seed) {
      this.seed = seed;
      spans = new ArrayList<>(GeneratedTrace.of(seed));
      List<Span> leaves = new ArrayList<>(spans);
      Set<String> parents = new HashSet<>();
      spans.forEach(span -> parents.add(span.parentSpanId()));
      leaves.removeIf(span -> parents.contains(span.spanId()));
      caller = leaves.get(new Random(seed).nextInt(leaves.size()));
    }

    void calls(int count, boolean failing, Map<String, ?> attributes) {
      for (int i = 0; i < count; i++) {
        String id = "planted" + i;
        long start = caller.startNanos() + i * Nanos.MICRO;
        spans.add(
            Span.builder(caller.traceId(), id)
                .parent(caller.spanId())
                .resource(caller.resource())
                .name("planted")
                .kind(SpanKind.CLIENT)
                .time(start, start + Nanos.MICRO / 2)
                .status(failing ? Status.failed("refused") : Status.OK)
                .attributes(Attributes.of(attributes))
                .build());
        planted.add(id);
      }
    }

    void assertFound(Kind kind) {
      List<String> named = new ArrayList<>(List.of(caller.spanId()));
      named.addAll(planted);
      assertThat(Insights.of(Traces.assembleOne(spans, 0)))
          .as("seed %d", seed)
          .filteredOn(insight -> insight.kind() == kind)
          .anySatisfy(
              insight ->
                  assertThat(insight.spans().stream().map(SpanRef::spanId).toList())
                      .isEqualTo(named));
    }
  }
}
