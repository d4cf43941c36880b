// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import dev.clew.benchmarks.report.Target.Bound;
import java.util.List;

/** What Clew is to come to, beside whom. */
final class Targets {

  private static final String SDK = "opentelemetry";

  /** The SDK with a queue that drops little or nothing: the same work done. */
  private static final String LOSSLESS_SDK = "opentelemetry-large";

  /** A span of eight attributes: who keeps bytes only keeps no more than these. */
  private static final double OTLP_BYTES = 345;

  private static final String ALL = "1";
  private static final String ONE_PERCENT = "0.01";
  private static final String NONE = "0";

  private Targets() {}

  /** All of them. */
  static List<Target> all() {
    return List.of(
        against(Layer.TREE, ALL, Measure.TIME, SDK, 0.5),
        against(Layer.TREE, ALL, Measure.TIME, LOSSLESS_SDK, 0.5),
        against(Layer.TREE, ALL, Measure.TIME, "limit", 2.5),
        against(Layer.TREE, ALL, Measure.BYTES, SDK, 0.35),
        against(Layer.TREE_TWO_THREADS, ALL, Measure.TIME, SDK, 0.5),
        against(Layer.TREE_TWO_THREADS, ALL, Measure.TIME, LOSSLESS_SDK, 0.5),
        against(Layer.TREE_TWO_THREADS, ALL, Measure.BYTES, LOSSLESS_SDK, 0.35),
        against(Layer.TREE_NEW_VALUES, ALL, Measure.TIME, LOSSLESS_SDK, 0.5),
        against(Layer.TREE_NEW_VALUES, ALL, Measure.BYTES, SDK, 0.35),
        against(Layer.TREE_VIRTUAL_THREAD, ALL, Measure.TIME, LOSSLESS_SDK, 0.5),
        against(Layer.TREE_VIRTUAL_THREAD, ALL, Measure.BYTES, LOSSLESS_SDK, 0.35),
        against(Layer.TREE, ONE_PERCENT, Measure.TIME, SDK, 0.25),
        against(Layer.TREE, ONE_PERCENT, Measure.BYTES, SDK, 0.25),
        atMost(Layer.CHILD, Key.NO_RATE, Measure.TIME, 15),
        atMost(Layer.CHILD, Key.NO_RATE, Measure.BYTES, 0),
        against(Layer.HOP, ALL, Measure.TIME, SDK, 0.6),
        against(Layer.HOP, ALL, Measure.BYTES, SDK, 0.6),
        atMost(Layer.BEAN, NONE, Measure.TIME, 15),
        atMost(Layer.BEAN, NONE, Measure.BYTES, 0),
        against(Layer.BEAN, ALL, Measure.TIME, "smallrye", 0.5),
        against(Layer.BEAN, ALL, Measure.BYTES, "smallrye", 0.5),
        atMost(Layer.REQUEST_BEAN, NONE, Measure.TIME, 15),
        atMost(Layer.REQUEST_BEAN, NONE, Measure.BYTES, 0),
        against(Layer.REST, ALL, Measure.TIME, "smallrye", 0.25),
        against(Layer.REST, ALL, Measure.BYTES, "smallrye", 0.25),
        against(Layer.REST, NONE, Measure.TIME, "smallrye", 0.1),
        against(Layer.REST, NONE, Measure.BYTES, "smallrye", 0.1),
        atMost(Layer.SQL, NONE, Measure.TIME, 60),
        atMost(Layer.SQL, NONE, Measure.BYTES, 120),
        against(Layer.SQL, ALL, Measure.TIME, SDK, 0.35),
        against(Layer.SQL, ALL, Measure.BYTES, SDK, 0.35),
        atMost(Layer.REQUEST_SQL, NONE, Measure.TIME, 60),
        atMost(Layer.REQUEST_SQL, NONE, Measure.BYTES, 120),
        against(Layer.ENCODE, Key.NO_RATE, Measure.TIME, SDK, 0.5),
        atMost(Layer.ENCODE, Key.NO_RATE, Measure.BYTES, 0),
        against(Layer.EXPORT, Key.NO_RATE, Measure.CPU, LOSSLESS_SDK, 0.3),
        atLeast(Layer.EXPORT, Measure.RATE, LOSSLESS_SDK, 4),
        atMost(Layer.EXPORT, Key.NO_RATE, Measure.LOST, 0),
        beside(Measure.SURVIVORS, 0),
        beside(Measure.SURVIVED, OTLP_BYTES));
  }

  private static Target atMost(Layer layer, String rate, Measure measure, double limit) {
    return new Target(clew(layer, rate), measure, null, false, Bound.AT_MOST, limit);
  }

  /** Limited itself, where it tells something to see the peer's. */
  private static Target beside(Measure measure, double limit) {
    Key ours = clew(Layer.EXPORT, Key.NO_RATE);
    Key theirs = new Key(Layer.EXPORT, LOSSLESS_SDK, Key.NO_RATE);
    return new Target(ours, measure, theirs, false, Bound.AT_MOST, limit);
  }

  private static Target against(
      Layer layer, String rate, Measure measure, String peer, double limit) {
    Key other = new Key(layer, peer, rate);
    return new Target(clew(layer, rate), measure, other, true, Bound.AT_MOST, limit);
  }

  private static Target atLeast(Layer layer, Measure measure, String peer, double limit) {
    Key other = new Key(layer, peer, Key.NO_RATE);
    return new Target(clew(layer, Key.NO_RATE), measure, other, true, Bound.AT_LEAST, limit);
  }

  private static Key clew(Layer layer, String rate) {
    return new Key(layer, "clew", rate);
  }
}
