// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.cause.RootCauses;
import dev.clew.analysis.compare.Comparison;
import dev.clew.analysis.insight.Insight;
import dev.clew.analysis.insight.Insights;
import dev.clew.analysis.insight.RouteHistory;
import dev.clew.analysis.map.ServiceMap;
import dev.clew.analysis.path.CriticalPath;
import dev.clew.analysis.path.OperationTime;
import dev.clew.analysis.path.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever is sent is looked at: nothing throws, overflows, or takes more than n log n. */
class HostileSpansTest {

  private static final int MANY = 100_000;

  private static final long[] TIMES = {
    Long.MIN_VALUE, -1, 0, 1, 1000, TestSpans.START, TestSpans.START + 5, Long.MAX_VALUE
  };

  private static final Object[] VALUES = {
    "",
    "x\n\u0007\u202e",
    "y".repeat(500),
    0L,
    Long.MIN_VALUE,
    Double.NaN,
    -1e308,
    0.5,
    true,
    List.of("a", 1),
    Arrays.asList(1, 2.5f),
    new StringBuilder("odd"),
    "timeout",
    "postgresql"
  };

  private static final String[] KEYS = {
    Names.TASK_WAIT_TIME,
    Names.DB_SYSTEM,
    Names.DB_SUMMARY,
    Names.SERVER_ADDRESS,
    Names.MESSAGING_DESTINATION,
    Names.MESSAGING_OPERATION_TYPE,
    Names.ERROR_TYPE,
    "clew.db.nplusone.detected",
    "clew.db.nplusone.count",
    "clew.messaging.delivery_count",
    "service.name"
  };

  @Test
  void nonsenseIsLookedAtLikeAnythingElse() {
    for (long seed = 0; seed < 500; seed++) {
      List<Trace> some = Traces.assemble(nonsense(new Random(seed)));
      List<Trace> others = Traces.assemble(nonsense(new Random(seed + 10_000)));
      for (Trace trace : some) {
        lookAt(trace);
      }
      ServiceMap.of(some).plus(ServiceMap.of(others));
      Insights.across(some);
      assertThat(Comparison.of(some, others).differences())
          .allSatisfy(d -> assertThat(d.adjustedChance()).isBetween(0.0, 1.0));
      assertThat(RootCauses.rank(some, others))
          .as("seed %d", seed)
          .allSatisfy(suspect -> assertThat(suspect.score()).isBetween(0.0, 1.0));
    }
  }

  @Test
  void manySpansBelowOneAnother() {
    lookAt(shaped(i -> i - 1));
  }

  @Test
  void manySpansBesideOneAnother() {
    lookAt(shaped(i -> i == 0 ? -1 : 0));
  }

  @Test
  void manySpansBelowOneAnotherAndBesideThem() {
    lookAt(shaped(i -> i % 3 == 0 ? i - 3 : i - 1));
    lookAt(shaped(i -> i == 0 ? -1 : (i - 1) / 2));
  }

  private static void lookAt(Trace trace) {
    assertThat(CriticalPath.of(trace).segments().stream().mapToLong(Segment::durationNanos))
        .allMatch(nanos -> nanos > 0);
    assertThat(OperationTime.of(trace)).allMatch(time -> time.selfNanos() >= 0);
    ServiceMap map = ServiceMap.of(List.of(trace));
    assertThat(map.nodes()).isNotEmpty();
    for (Insight insight : Insights.of(trace, RouteHistory.of(List.of(trace)))) {
      assertThat(insight.title().length() + insight.explanation().length()).isLessThan(1500);
      assertThat(insight.title() + insight.explanation()).doesNotContain("\n");
    }
    assertThat(RootCauses.rank(List.of(trace), List.of(trace))).isEmpty();
  }

  private static List<Span> nonsense(Random random) {
    List<Span> spans = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      Map<String, Object> attributes = new HashMap<>();
      for (int key = random.nextInt(5); key > 0; key--) {
        attributes.put(KEYS[random.nextInt(KEYS.length)], VALUES[random.nextInt(VALUES.length)]);
      }
      String trace = "t" + random.nextInt(4);
      Attributes some = Attributes.of(attributes);
      spans.add(
          Span.builder(trace, id(random))
              .parent(random.nextInt(4) == 0 ? null : id(random))
              .name("n" + random.nextInt(3))
              .kind(SpanKind.values()[random.nextInt(5)])
              .resource(new Resource(random.nextBoolean() ? some : Attributes.empty()))
              .time(TIMES[random.nextInt(TIMES.length)], TIMES[random.nextInt(TIMES.length)])
              .status(random.nextBoolean() ? Status.OK : Status.failed("timed out"))
              .attributes(some)
              .events(List.of(new SpanEvent("exception", 0, some, 0)))
              .links(List.of(new SpanLink(trace, id(random), some, 0)))
              .build());
    }
    return spans;
  }

  private static String id(Random random) {
    return random.nextInt(9) == 0 ? "" : Integer.toString(random.nextInt(25));
  }

  private static Trace shaped(IntUnaryOperator parents) {
    Random random = new Random(1);
    List<Span> spans = new ArrayList<>(MANY);
    for (int i = 0; i < MANY; i++) {
      int parent = parents.applyAsInt(i);
      spans.add(
          Span.builder("t", "s" + i)
              .parent(parent < 0 ? "" : "s" + parent)
              .name("n" + i % 50)
              .kind(SpanKind.values()[random.nextInt(5)])
              .resource(Resource.of("service" + i % 200, ""))
              .time(TestSpans.START + i, TestSpans.START + i + random.nextInt(2 * MANY))
              .status(random.nextInt(3) == 0 ? Status.OK : Status.failed("timeout " + i))
              .build());
    }
    return Traces.assembleOne(spans, 0);
  }
}
