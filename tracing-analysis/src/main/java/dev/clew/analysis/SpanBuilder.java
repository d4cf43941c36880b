// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.List;

/** Puts a {@link Span} together. For one thread. */
public final class SpanBuilder {

  private static final Resource UNKNOWN = new Resource(Attributes.empty());

  private final String traceId;
  private final String spanId;
  private String parentSpanId = "";
  private Resource resource = UNKNOWN;
  private String name = "";
  private SpanKind kind = SpanKind.INTERNAL;
  private long startNanos;
  private long endNanos;
  private Status status = Status.OK;
  private Attributes attributes = Attributes.empty();
  private List<SpanEvent> events = List.of();
  private List<SpanLink> links = List.of();
  private Dropped dropped = Dropped.NOTHING;

  SpanBuilder(String traceId, String spanId) {
    this.traceId = traceId;
    this.spanId = spanId;
  }

  /** The parent's id; {@code null}, empty or zeros for none, which is the default. */
  public SpanBuilder parent(String id) {
    parentSpanId = id;
    return this;
  }

  /** What recorded it; an unknown service by default. */
  public SpanBuilder resource(Resource recorder) {
    resource = recorder;
    return this;
  }

  /** The span's name; empty by default. */
  public SpanBuilder name(String text) {
    name = text;
    return this;
  }

  /** The span's kind; internal by default. */
  public SpanBuilder kind(SpanKind role) {
    kind = role;
    return this;
  }

  /** From when to when, in nanoseconds since the epoch. */
  public SpanBuilder time(long start, long end) {
    startNanos = start;
    endNanos = end;
    return this;
  }

  /** How it ended; not failed by default. */
  public SpanBuilder status(Status outcome) {
    status = outcome;
    return this;
  }

  /** All its attributes; none by default. */
  public SpanBuilder attributes(Attributes all) {
    attributes = all;
    return this;
  }

  /** All its events; none by default. */
  public SpanBuilder events(List<SpanEvent> all) {
    events = all;
    return this;
  }

  /** All its links; none by default. */
  public SpanBuilder links(List<SpanLink> all) {
    links = all;
    return this;
  }

  /** What is known to be left out of it; nothing by default. */
  public SpanBuilder dropped(Dropped leftOut) {
    dropped = leftOut;
    return this;
  }

  /** The span. */
  public Span build() {
    return new Span(
        traceId,
        spanId,
        parentSpanId,
        resource,
        name,
        kind,
        startNanos,
        endNanos,
        status,
        attributes,
        events,
        links,
        dropped);
  }
}
