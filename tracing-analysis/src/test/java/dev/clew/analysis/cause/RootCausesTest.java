// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Trace;
import dev.clew.analysis.cause.PlantedFault.Type;
import dev.clew.analysis.cause.Topology.Kind;
import dev.clew.analysis.cause.Topology.Node;
import dev.clew.analysis.cause.Topology.Step;
import dev.clew.analysis.path.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Faults in random systems are found. Who asks does as people do: what failed against what did not,
 * or what took half as long again as is usual for its route against the rest. A fault that leaves
 * fewer than five such traces cannot be asked about, and another one is planted instead.
 */
class RootCausesTest {

  private static final int TOPOLOGIES = 1000;
  private static final int TRACES = 120;
  private static final int MIN_SUBJECT = 5;

  @Test
  void plantedFaultsComeFirst() {
    Map<Type, int[]> results = new EnumMap<>(Type.class);
    List<String> missed = new ArrayList<>();
    int found = 0;
    int total = 0;
    for (long seed = 0; total < TOPOLOGIES; seed++) {
      Random random = new Random(seed);
      Topology topology = new Topology(random);
      Type type = Type.values()[(int) (seed % Type.values().length)];
      PlantedFault fault = plant(topology, type, random);
      Question question = fault == null ? null : new Question(topology, fault, random);
      if (question != null && question.subject.size() >= MIN_SUBJECT) {
        List<Suspect> suspects = RootCauses.rank(question.subject, question.baseline);
        boolean right = isRight(suspects, fault);
        total++;
        found += right ? 1 : 0;
        int[] result = results.computeIfAbsent(type, key -> new int[2]);
        result[right ? 0 : 1]++;
        if (!right) {
          missed.add(seed + " " + type + " " + fault.node().name + ": " + brief(suspects));
        }
      }
    }
    System.out.printf("planted faults at rank 1: %d of %d%n", found, total);
    results.forEach((type, r) -> System.out.printf("  %s: %d of %d%n", type, r[0], r[0] + r[1]));
    assertThat(found).as("%s", missed).isGreaterThanOrEqualTo(TOPOLOGIES * 95 / 100);
  }

  private static boolean isRight(List<Suspect> suspects, PlantedFault fault) {
    return !suspects.isEmpty()
        && suspects.get(0).operation().equals(operation(fault.node()))
        && suspects.get(0).fault() == fault.type().expected;
  }

  private static Operation operation(Node node) {
    return new Operation(node.service, node.name);
  }

  private static String brief(List<Suspect> suspects) {
    return suspects.stream()
            .limit(3)
            .map(s -> s.operation().name() + " " + s.fault() + " " + Math.round(100 * s.score()))
            .toList()
        + "\n";
  }

  private static PlantedFault plant(Topology topology, Type type, Random random) {
    long usual = 0;
    for (Node route : topology.routes) {
      usual = Math.max(usual, median(traces(route, random, null, 15)));
    }
    long nanos = (long) (usual * (0.8 + 2.2 * random.nextDouble()));
    double part = 0.15 + 0.2 * random.nextDouble();
    List<Node> nodes = new ArrayList<>(topology.nodes);
    Collections.shuffle(nodes, random);
    for (Node node : nodes) {
      if (type == Type.REPEATS) {
        for (Step step : node.steps) {
          if (step.called().kind == Kind.DATABASE) {
            return new PlantedFault(type, node, step.called(), nanos, -1, part);
          }
        }
      } else if (type == Type.SLOW_INSTANCE) {
        if (node.kind == Kind.REMOTE && node.instances > 2) {
          return new PlantedFault(type, node, null, nanos, 1, 1);
        }
      } else if (suits(type, node, topology)) {
        long cost = type == Type.TIMES_OUT ? 2 * nanos : nanos;
        return new PlantedFault(type, node, null, cost, -1, part);
      }
    }
    return null;
  }

  private static boolean suits(Type type, Node node, Topology topology) {
    boolean isRoute = topology.routes.contains(node);
    return switch (type) {
      case WAITS -> node.kind == Kind.LOCAL;
      case TIMES_OUT -> node.kind == Kind.REMOTE && !isRoute;
      case RETRIED, FAILING -> node.kind != Kind.MESSAGE && !isRoute;
      default -> true;
    };
  }

  private static List<Trace> traces(Node route, Random random, PlantedFault fault, int count) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      traces.add(Simulation.run(route, random, fault));
    }
    return traces;
  }

  private static long median(List<Trace> traces) {
    long[] durations = traces.stream().mapToLong(trace -> trace.durationNanos()).toArray();
    Arrays.sort(durations);
    return durations[durations.length / 2];
  }

  /** What somebody asks about. */
  private static final class Question {

    final List<Trace> subject = new ArrayList<>();
    final List<Trace> baseline = new ArrayList<>();

    Question(Topology topology, PlantedFault fault, Random random) {
      for (Node route : topology.routes) {
        List<Trace> traces = traces(route, random, fault, TRACES / topology.routes.size());
        long usual = median(traces);
        for (Trace trace : traces) {
          boolean asked =
              fault.type().fails()
                  ? trace.span(0).failed()
                  : trace.durationNanos() > usual + usual / 2;
          (asked ? subject : baseline).add(trace);
        }
      }
    }
  }

  @Test
  void ranksWithoutRegardToTheOrderOfTraces() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Topology topology = new Topology(random);
      PlantedFault fault = plant(topology, Type.SLOW, random);
      Question question = new Question(topology, fault, random);
      List<Suspect> suspects = RootCauses.rank(question.subject, question.baseline);
      Collections.shuffle(question.subject, random);
      Collections.shuffle(question.baseline, random);
      assertThat(RootCauses.rank(question.subject, question.baseline)).isEqualTo(suspects);
    }
  }

  @Test
  void namesTheInstanceThatIsSlow() {
    int named = 0;
    int asked = 0;
    for (long seed = 0; seed < 400 && asked < 50; seed++) {
      Random random = new Random(seed);
      Topology topology = new Topology(random);
      PlantedFault fault = plant(topology, Type.SLOW_INSTANCE, random);
      Question question = fault == null ? null : new Question(topology, fault, random);
      if (question != null && question.subject.size() >= 20) {
        asked++;
        List<Suspect> suspects = RootCauses.rank(question.subject, question.baseline);
        String instance = fault.node().service + "-1";
        named += suspects.get(0).accompaniedBy().toString().contains(instance) ? 1 : 0;
      }
    }
    System.out.printf("instances named: %d of %d%n", named, asked);
    assertThat(named).isGreaterThanOrEqualTo(asked * 9 / 10);
  }

  @Test
  void saysNothingWhereThereIsNothingToCompare() {
    assertThat(RootCauses.rank(List.of(), List.of())).isEmpty();
  }

  @Test
  void explainsWhatItFound() {
    Map<Type, String> explanations = new HashMap<>();
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Topology topology = new Topology(random);
      Type type = Type.values()[(int) (seed % Type.values().length)];
      PlantedFault fault = plant(topology, type, random);
      Question question = fault == null ? null : new Question(topology, fault, random);
      if (question != null && question.subject.size() >= MIN_SUBJECT) {
        List<Suspect> suspects = RootCauses.rank(question.subject, question.baseline);
        assertThat(suspects).allSatisfy(s -> assertThat(s.explanation()).endsWith("."));
        assertThat(suspects).allSatisfy(s -> assertThat(s.score()).isBetween(0.0, 1.0));
        assertThat(suspects).allSatisfy(s -> assertThat(s.spans()).isNotEmpty());
        explanations.put(type, suspects.get(0).explanation());
      }
    }
    assertThat(explanations).hasSize(Type.values().length);
  }
}
