// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.export.Load;
import dev.clew.benchmarks.report.Layer;
import java.util.List;

/**
 * How long is measured.
 *
 * @param name for people
 * @param rounds how often each figure is measured, each time in a new process
 * @param warmUps iterations that are not counted
 * @param iterations that are
 * @param millis of an iteration
 * @param windows seconds in which what is exported is measured, in each round
 * @param rates how many traces are recorded
 */
record Effort(
    String name,
    int rounds,
    int warmUps,
    int iterations,
    int millis,
    int windows,
    List<String> rates) {

  /** Of a process with a container, a database or a pool in it; the others take less. */
  private static final double START_AND_STOP_SECONDS = 2.2;

  /** A few minutes for what matters. */
  static final Effort QUICK = new Effort("quick", 2, 3, 4, 250, 3, List.of("0", "0.01", "1"));

  /** Every rate, and figures of which the last digit means something. */
  static final Effort FULL =
      new Effort("full", 3, 5, 5, 1000, 10, List.of("0", "0.001", "0.01", "0.1", "0.5", "1"));

  /**
   * Whether a layer is only measured when it is asked for by name: in a hurry one span, which shows
   * nothing that a tree does not; messages and virtual threads, whose hand-overs hide what tracing
   * costs; and servlets, which are in JAX-RS requests.
   */
  boolean leavesOut(Layer layer) {
    return this == QUICK
        && switch (layer) {
          case SPAN, TREE_VIRTUAL_THREAD, SERVLET, MESSAGE -> true;
          default -> false;
        };
  }

  /**
   * Whether somebody is only measured when the layer is asked for by name: in a hurry whoever no
   * target is about, and who stands beside the others elsewhere.
   */
  boolean leavesOut(Layer layer, String tracer) {
    return this == QUICK
        && switch (layer) {
          case TREE -> tracer.equals("none");
          case TREE_TWO_THREADS -> tracer.equals("brave") || tracer.equals("clew-mapped");
          case TREE_NEW_VALUES -> !tracer.startsWith("clew") && !tracer.startsWith("opentelemetry");
          case CHILD -> tracer.equals("xray") || tracer.equals("limit");
          case HOP -> tracer.equals("xray") || tracer.equals("none");
          case BEAN -> tracer.equals("none");
          case SQL -> tracer.equals("p6spy") || tracer.equals("datasource-proxy");
          default -> false;
        };
  }

  /** Likewise: in a hurry a journal in a file is only compared at the pace that all can keep. */
  boolean leavesOut(Load load, String tracer) {
    return this == QUICK && load != Load.STEADY && tracer.equals("clew-mapped");
  }

  /**
   * The rates at which a layer is measured. In a hurry not all: few of a tree's are recorded where
   * next to none is, a hop is what is recorded, and a request matters most to what is below it
   * where it is not recorded.
   */
  List<String> ratesOf(Layer layer) {
    if (this != QUICK) {
      return rates;
    }
    return switch (layer) {
      case TREE -> List.of("0.01", "1");
      case HOP -> List.of("1");
      case REQUEST_BEAN, REQUEST_SQL -> List.of("0");
      case BEAN, SQL, REST, MESSAGE -> List.of("0", "1");
      default -> rates;
    };
  }

  /**
   * Containers and databases are large, and take longer until all of them is compiled; most of all
   * a JAX-RS implementation.
   */
  int warmUpsOf(Layer layer) {
    return switch (layer) {
      case REST -> 5 * warmUps;
      case BEAN, REQUEST_BEAN, SQL, REQUEST_SQL, MESSAGE -> 2 * warmUps;
      default -> warmUps;
    };
  }

  /** About how long a layer takes to be measured in a new process. */
  double secondsOf(Layer layer) {
    return START_AND_STOP_SECONDS + (warmUpsOf(layer) + iterations) * millis / 1000.0;
  }

  String description() {
    return "%s: %d processes for each figure, in each %.1f s to warm up (%.1f s and more for containers and databases) and %d × %d ms measured"
        .formatted(
            name, rounds, warmUps * millis / 1e3, 2 * warmUps * millis / 1e3, iterations, millis);
  }
}
