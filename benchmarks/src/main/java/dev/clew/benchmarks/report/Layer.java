// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import static dev.clew.benchmarks.report.Series.atEveryRate;
import static dev.clew.benchmarks.report.Series.recordingAll;
import static dev.clew.benchmarks.report.Series.withoutRate;

import java.util.ArrayList;
import java.util.List;

/** Where tracing costs something, and who is measured there. */
public enum Layer {
  /** A root alone. */
  SPAN("one span", "SpanBenchmark.span", null, tracers()),
  /** A root and three children. */
  TREE(
      "tree of 4 spans", "SpanBenchmark.tree", null, tracers("clew-mapped", "opentelemetry-large")),
  /** The same by two threads at once. */
  TREE_TWO_THREADS(
      "tree of 4 spans, two threads",
      "SpanBenchmark.tree",
      null,
      List.of(
          recordingAll("clew"),
          recordingAll("clew-mapped"),
          recordingAll("opentelemetry"),
          recordingAll("opentelemetry-large"),
          recordingAll("brave"))),
  /** The same with attributes whose values never come again. */
  TREE_NEW_VALUES(
      "tree of 4 spans, values that never repeat",
      "SpanBenchmark.treeOfNewValues",
      null,
      List.of(
          withoutRate("none"),
          recordingAll("limit"),
          recordingAll("clew"),
          recordingAll("opentelemetry"),
          recordingAll("opentelemetry-large"),
          recordingAll("brave"),
          recordingAll("xray"))),
  /** A root and three children, each tree by a new virtual thread. */
  TREE_VIRTUAL_THREAD(
      "tree of 4 spans, virtual thread",
      "VirtualThreadBenchmark.tree",
      "none",
      List.of(
          withoutRate("none"),
          atEveryRate("clew"),
          atEveryRate("opentelemetry"),
          recordingAll("opentelemetry-large"))),
  /** A span that is not recorded because its parent is not. */
  CHILD(
      "child of an unsampled parent",
      "UnsampledBenchmark.child",
      null,
      List.of(
          withoutRate("limit"),
          withoutRate("clew"),
          withoutRate("opentelemetry"),
          withoutRate("brave"),
          withoutRate("xray"))),
  /** Extract, server span, inject. */
  HOP("one hop: in, span, out", "HopBenchmark.hop", null, tracers()),
  /** A CDI bean's method. */
  BEAN(
      "call of a bean",
      "CdiBenchmark.call",
      "interceptor",
      List.of(
          withoutRate("none"),
          withoutRate("interceptor"),
          atEveryRate("clew"),
          atEveryRate("smallrye"))),
  /** The same where a request is around it. */
  REQUEST_BEAN(
      "call of a bean in a request",
      "CdiBenchmark.callInRequest",
      "interceptor",
      List.of(withoutRate("interceptor"), atEveryRate("clew"), atEveryRate("smallrye"))),
  /** A servlet request, without JAX-RS. */
  SERVLET(
      "servlet request",
      "ServletBenchmark.get",
      "none",
      List.of(withoutRate("none"), atEveryRate("clew"), atEveryRate("brave"))),
  /** A JAX-RS resource. */
  REST(
      "JAX-RS request",
      "JaxrsBenchmark.get",
      "none",
      List.of(withoutRate("none"), atEveryRate("clew"), atEveryRate("smallrye"))),
  /** A prepared select. */
  SQL(
      "SQL query",
      "JdbcBenchmark.select",
      "none",
      List.of(
          withoutRate("none"),
          atEveryRate("clew"),
          atEveryRate("opentelemetry"),
          withoutRate("p6spy"),
          withoutRate("datasource-proxy"))),
  /** The same where a request is around it. */
  REQUEST_SQL(
      "SQL query in a request",
      "JdbcBenchmark.selectInRequest",
      "none",
      List.of(withoutRate("none"), atEveryRate("clew"), atEveryRate("opentelemetry"))),
  /** A message sent and received. */
  MESSAGE(
      "JMS message",
      "JmsBenchmark.message",
      "none",
      List.of(withoutRate("none"), atEveryRate("clew"), atEveryRate("brave"))),
  /** A span of eight attributes as OTLP. */
  ENCODE(
      "encoding a span",
      "EncodeBenchmark.encode",
      null,
      List.of(withoutRate("clew"), withoutRate("opentelemetry"))),
  /** Spans of eight attributes that arrive in another process; not measured by JMH. */
  EXPORT(
      "span exported",
      null,
      "none",
      List.of(
          withoutRate("none"),
          withoutRate("clew"),
          withoutRate("clew-mapped"),
          withoutRate("opentelemetry-large")));

  private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;

  private final String title;
  private final String benchmark;
  private final String plain;
  private final List<Series> series;

  Layer(String title, String benchmark, String plain, List<Series> series) {
    this.title = title;
    this.benchmark = benchmark;
    this.plain = plain;
    this.series = series;
  }

  private static List<Series> tracers(String... more) {
    List<Series> all = new ArrayList<>();
    all.add(withoutRate("none"));
    for (String name : List.of("limit", "clew", "opentelemetry", "brave", "xray")) {
      all.add(atEveryRate(name));
    }
    for (String name : more) {
      all.add(recordingAll(name));
    }
    return List.copyOf(all);
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Class and method; {@code null} for none of JMH's. */
  public String benchmark() {
    return benchmark;
  }

  /** Whose figure is taken off everybody's; {@code null} for nobody's. */
  public String plain() {
    return plain;
  }

  /**
   * How many threads measure at once.
   *
   * @param asked where the layer does not say it
   */
  public int threads(int asked) {
    return this == TREE_TWO_THREADS ? 2 : asked;
  }

  /** Whether a Java of that version has what is measured. */
  public boolean isIn(int javaVersion) {
    return this != TREE_VIRTUAL_THREAD || javaVersion >= FIRST_JAVA_WITH_VIRTUAL_THREADS;
  }

  /** Who is measured. */
  public List<Series> series() {
    return series;
  }
}
