// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.Status;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.compare.Feature.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  /** Where nothing differs, at most one list in twenty names anything. */
  @Test
  void accidentsAreRarelyTakenForDifferences() {
    int wrong = 0;
    int tested = 0;
    for (long seed = 0; seed < 600; seed++) {
      List<Trace> traces = random(new Random(seed), 90, null, 0);
      Comparison comparison = Comparison.of(traces.subList(0, 30), traces.subList(30, 90));
      wrong += comparison.differences().isEmpty() ? 0 : 1;
      tested += comparison.tested();
    }
    System.out.printf("accidents: %d of 600 lists, %d tests each%n", wrong, tested / 600);
    assertThat(wrong).isLessThanOrEqualTo(30);
    assertThat(tested / 600).isGreaterThan(30);
  }

  @Test
  void whatIsPlantedComesFirst() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Trace> subject = random(random, 40, "acme", 0.7);
      List<Trace> baseline = random(random, 80, "acme", 0.05);
      Comparison comparison = Comparison.of(subject, baseline);
      assertThat(comparison.differences()).as("seed %d", seed).isNotEmpty();
      Difference first = comparison.differences().get(0);
      assertThat(first.features())
          .as("seed %d", seed)
          .contains(new Feature(Kind.ATTRIBUTE, "", "tenant", "acme"));
      assertThat(first.effect()).isBetween(0.3, 1.0);
      assertThat(first.leastEffect()).isLessThan(first.effect()).isPositive();
      assertThat(first.adjustedChance()).isGreaterThanOrEqualTo(first.chance());
      assertThat(first.spans()).hasSize(3);
      Collections.shuffle(subject, random);
      assertThat(Comparison.of(subject, baseline)).isEqualTo(comparison);
    }
  }

  @Test
  void findsServicesOperationsFailuresAndRepetitions() {
    List<Trace> subject = new ArrayList<>();
    List<Trace> baseline = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<Span> usual = List.of(span("u" + i, "root", "shop", "GET", Map.of()));
      List<Span> other = new ArrayList<>();
      other.add(span("o" + i, "root", "shop", "GET", Map.of()));
      for (int call = 0; call < 5; call++) {
        Span span = span("o" + i, "s" + call, "mail", "send", Map.of());
        other.add(span.toBuilder().parent("root").status(Status.failed("x")).build());
      }
      baseline.add(Traces.assembleOne(usual, 0));
      subject.add(Traces.assembleOne(other, 0));
    }
    Comparison comparison = Comparison.of(subject, baseline);
    assertThat(comparison.differences()).hasSize(1);
    assertThat(comparison.tested()).isEqualTo(1);
    Difference all = comparison.differences().get(0);
    assertThat(all.effect()).isEqualTo(1);
    assertThat(all.features())
        .containsExactly(
            new Feature(Kind.RESOURCE, "mail", "service.instance.id", "1"),
            new Feature(Kind.FAILURE, "mail", "send", ""),
            new Feature(Kind.REPETITION, "mail", "send", "2"),
            new Feature(Kind.REPETITION, "mail", "send", "4"),
            new Feature(Kind.OPERATION, "mail", "send", ""),
            new Feature(Kind.SERVICE, "mail", "", ""));
  }

  @Test
  void numbersThatTakeManyValuesAreComparedByRanges() {
    List<Trace> subject = new ArrayList<>();
    List<Trace> baseline = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Map<String, Object> few = Map.of("rows", (long) i, "status", 200L);
      Map<String, Object> many = Map.of("rows", 5000L + i, "status", 200L);
      baseline.add(Traces.assembleOne(List.of(span("b" + i, "root", "shop", "GET", few)), 0));
      subject.add(Traces.assembleOne(List.of(span("s" + i, "root", "shop", "GET", many)), 0));
    }
    assertThat(Comparison.of(subject, baseline).differences().get(0).features())
        .containsExactly(new Feature(Kind.ATTRIBUTE, "", "rows", "4096 to 8192"));
  }

  @Test
  void nothingIsComparedWithNothing() {
    assertThat(Comparison.of(List.of(), List.of()).differences()).isEmpty();
  }

  /** Traces with many attributes that mean nothing, and one that may. */
  private static List<Trace> random(Random random, int count, String tenant, double part) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> attributes = new HashMap<>();
      for (int key = 0; key < 30; key++) {
        attributes.put("key" + key, "value" + random.nextInt(2 + key));
      }
      attributes.put("id", Long.toString(random.nextLong()));
      attributes.put("size", random.nextDouble() * 1000);
      boolean planted = random.nextDouble() < part;
      attributes.put("tenant", planted ? tenant : "tenant" + random.nextInt(5));
      String id = Long.toHexString(random.nextLong());
      traces.add(Traces.assembleOne(List.of(span(id, "root", "shop", "GET", attributes)), 0));
    }
    return traces;
  }

  private static Span span(
      String trace, String id, String service, String name, Map<String, ?> attributes) {
    return Span.builder(trace, id)
        .name(name)
        .resource(Resource.of(service, "1"))
        .attributes(Attributes.of(attributes))
        .build();
  }
}
