// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * What a figure of Clew's is to come to, at most.
 *
 * @param what for people
 * @param measure what is compared
 * @param clew whose figure it is
 * @param plain what is taken off it, and off the peer's; {@code null} for nothing
 * @param peer what it is divided by; {@code null} where the figure itself is limited
 * @param limit the most that it may be: a ratio, or in the unit of the measure
 */
record Target(String what, Measure measure, Row clew, Row plain, Row peer, double limit) {

  /** One set of parameters of one benchmark. */
  record Row(String benchmark, String tracer, String rate) {

    Optional<Value> in(Results results, Measure measure) {
      return results.find(benchmark, tracer, rate, measure);
    }
  }

  private static final String CLEW = "clew";
  private static final String SDK = "opentelemetry";

  /** All of them. */
  static List<Target> all() {
    Row untracedBean = new Row("Cdi", "interceptor", "1");
    Row untracedQuery = new Row("Jdbc", "none", "1");
    return List.of(
        tree(Measure.TIME, SDK, "1", 0.5),
        tree(Measure.TIME, "limit", "1", 2.5),
        tree(Measure.BYTES, SDK, "1", 0.35),
        tree(Measure.TIME, SDK, "0.01", 0.25),
        tree(Measure.BYTES, SDK, "0.01", 0.25),
        unsampledChild(Measure.TIME, 15),
        unsampledChild(Measure.BYTES, 0),
        hop(Measure.TIME),
        hop(Measure.BYTES),
        added("@Traced, unsampled", Measure.TIME, "Cdi", untracedBean, 15),
        added("@Traced, unsampled", Measure.BYTES, "Cdi", untracedBean, 0),
        against("@Traced", Measure.TIME, "Cdi", untracedBean, "smallrye", 0.5),
        against("@Traced", Measure.BYTES, "Cdi", untracedBean, "smallrye", 0.5),
        added("SQL query, unsampled", Measure.TIME, "Jdbc", untracedQuery, 60),
        added("SQL query, unsampled", Measure.BYTES, "Jdbc", untracedQuery, 120),
        against("SQL query", Measure.TIME, "Jdbc", untracedQuery, SDK, 0.35),
        against("SQL query", Measure.BYTES, "Jdbc", untracedQuery, SDK, 0.35));
  }

  private static Target tree(Measure measure, String peer, String rate, double limit) {
    String what = "tree of 4 spans, " + Double.parseDouble(rate) * 100 + " % recorded";
    Row clew = new Row("Tree", CLEW, rate);
    return new Target(what, measure, clew, null, new Row("Tree", peer, rate), limit);
  }

  private static Target unsampledChild(Measure measure, double limit) {
    Row clew = new Row("Unsampled", CLEW, "1");
    return new Target("child of an unsampled parent", measure, clew, null, null, limit);
  }

  private static Target hop(Measure measure) {
    Row clew = new Row("Hop", CLEW, "1");
    return new Target("one hop: in, span, out", measure, clew, null, new Row("Hop", SDK, "1"), 0.6);
  }

  private static Target added(
      String what, Measure measure, String benchmark, Row plain, double limit) {
    return new Target(what + ": adds", measure, new Row(benchmark, CLEW, "0"), plain, null, limit);
  }

  private static Target against(
      String what, Measure measure, String benchmark, Row plain, String peer, double limit) {
    Row clew = new Row(benchmark, CLEW, "1");
    return new Target(what + ": adds", measure, clew, plain, new Row(benchmark, peer, "1"), limit);
  }

  /** What it has come to; empty where something of it was not measured. */
  Optional<Value> reached(Results results) {
    Optional<Value> own = above(clew, results);
    return peer == null
        ? own
        : own.flatMap(ours -> above(peer, results).map(theirs -> ours.dividedBy(theirs)));
  }

  /** What somebody's figure is, or adds. */
  Optional<Value> above(Row row, Results results) {
    Optional<Value> whole = row.in(results, measure);
    return plain == null
        ? whole
        : whole.flatMap(value -> plain.in(results, measure).map(base -> value.minus(base)));
  }
}
