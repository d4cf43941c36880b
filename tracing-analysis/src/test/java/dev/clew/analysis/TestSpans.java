// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spans as tests write them: short ids, milliseconds. */
public final class TestSpans {

  /** Where traces of tests start, in nanoseconds since the epoch. */
  public static final long START = 1_700_000_000_000_000_000L;

  private TestSpans() {}

  /** A span of trace "t" that has been described so far. */
  public static Draft span(String id) {
    return new Draft(id);
  }

  /** A span that is being described. */
  public static final class Draft {

    private final String id;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final SpanBuilder builder;
    private String service = "shop";

    private Draft(String id) {
      this.id = id;
      this.builder = Span.builder("t", id).name(id);
    }

    public Draft under(String parent) {
      builder.parent(parent);
      return this;
    }

    public Draft of(String name) {
      service = name;
      return this;
    }

    public Draft kind(SpanKind kind) {
      builder.kind(kind);
      return this;
    }

    public Draft name(String name) {
      builder.name(name);
      return this;
    }

    /** In milliseconds since {@link #START}. */
    public Draft at(double start, double end) {
      builder.time(START + (long) (start * Nanos.MILLI), START + (long) (end * Nanos.MILLI));
      return this;
    }

    public Draft failed(String description) {
      builder.status(Status.failed(description));
      return this;
    }

    public Draft with(String key, Object value) {
      attributes.put(key, value);
      return this;
    }

    public Span build() {
      return builder
          .resource(Resource.of(service, service + "-1"))
          .attributes(Attributes.of(attributes))
          .build();
    }
  }

  /** The trace of these spans. */
  public static Trace trace(Draft... drafts) {
    return Traces.assembleOne(Arrays.stream(drafts).map(Draft::build).toList(), 0);
  }

  /** The number of a span in a trace. */
  public static int indexOf(Trace trace, String id) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.span(i).spanId().equals(id)) {
        return i;
      }
    }
    throw new AssertionError("no span " + id);
  }
}
