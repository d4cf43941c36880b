// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is measured. */
public enum Measure {
  /** Of the thread that is measured, by the clock. */
  @JsonProperty("time")
  TIME("time", "ns", 0.5),
  /** Of all threads of the process, by the processor. */
  @JsonProperty("cpu")
  CPU("processor time", "ns", 0.5),
  /** Allocated by all threads. */
  @JsonProperty("bytes")
  BYTES("bytes", "B", 0.5),
  /** Spans of an operation that come to whoever sends them. */
  @JsonProperty("delivered")
  DELIVERED("delivered", "spans", 0),
  /** Spans that arrive in a second. */
  @JsonProperty("rate")
  RATE("spans a second", "/s", 0),
  /** Spans that never arrive, of all that ended while 100,000 a second were offered. */
  @JsonProperty("lost")
  LOST("lost", "%", 0),
  /** Spans that are still reachable after the collection that follows their end, of all. */
  @JsonProperty("survivors")
  SURVIVORS("surviving a young collection", "%", 0.1),
  /** What young collections keep, for each span that has ended since the one before. */
  @JsonProperty("survived")
  SURVIVED("kept by a young collection", "B", 0.5);

  private final String title;
  private final String unit;
  private final double slack;

  Measure(String title, String unit, double slack) {
    this.title = title;
    this.unit = unit;
    this.slack = slack;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** Whether there is nothing like it where nobody traces, and so nothing that tracing adds. */
  boolean isOfTheWhole() {
    return this == RATE || this == LOST || this == SURVIVORS || this == SURVIVED;
  }

  /** Whether it is counted: then it is what it is, and no estimate. */
  boolean isCounted() {
    return this == LOST;
  }

  /** What is no difference, in the unit. */
  double slack() {
    return slack;
  }
}
