// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A finished span, as it was received.
 *
 * @param traceId in hexadecimal digits
 * @param spanId in hexadecimal digits, unique within the trace
 * @param parentSpanId empty where there is none; so is one of zeros
 * @param startNanos since the epoch, by the clock of what recorded it; anything, as everything else
 * @param endNanos since the epoch; may be before the start
 */
public record Span(
    String traceId,
    String spanId,
    String parentSpanId,
    Resource resource,
    String name,
    SpanKind kind,
    long startNanos,
    long endNanos,
    Status status,
    Attributes attributes,
    List<SpanEvent> events,
    List<SpanLink> links,
    Dropped dropped) {

  /** Checks that nothing is {@code null}, and copies what could change. */
  public Span {
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(spanId, "spanId");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(dropped, "dropped");
    parentSpanId = parentSpanId == null || isZero(parentSpanId) ? "" : parentSpanId;
    events = List.copyOf(events);
    links = List.copyOf(links);
  }

  private static boolean isZero(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  /** A span with these ids, to be described. */
  public static SpanBuilder builder(String traceId, String spanId) {
    return new SpanBuilder(traceId, spanId);
  }

  /** A builder with all that is here. */
  public SpanBuilder toBuilder() {
    return new SpanBuilder(traceId, spanId)
        .parent(parentSpanId)
        .resource(resource)
        .name(name)
        .kind(kind)
        .time(startNanos, endNanos)
        .status(status)
        .attributes(attributes)
        .events(events)
        .links(links)
        .dropped(dropped);
  }

  /** The name of the service that recorded it. */
  public String service() {
    return resource.service();
  }

  /** Whether it ended with an error. */
  public boolean failed() {
    return status.failed();
  }
}
