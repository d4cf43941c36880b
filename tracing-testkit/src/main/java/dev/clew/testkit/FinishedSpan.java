// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;

/**
 * A span as it left the engine, decoded from its OTLP bytes. Immutable.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentSpanId 16 hex digits, or empty for a root
 * @param traceState as in a {@code tracestate} header
 * @param flags OTLP's: the W3C trace flags in the low 8 bits, then whether it is known that the
 *     parent is remote, then whether it is
 * @param startNanos since the epoch
 * @param endNanos since the epoch
 * @param attributes values are String, Long, Double, Boolean, or a List of one of these
 * @param scope the name of the instrumentation scope
 * @param resource the attributes of what recorded it, such as {@code service.name}
 */
public record FinishedSpan(
    String traceId,
    String spanId,
    String parentSpanId,
    String traceState,
    int flags,
    String name,
    SpanKind kind,
    long startNanos,
    long endNanos,
    Map<String, Object> attributes,
    List<Event> events,
    List<Link> links,
    StatusCode status,
    String statusMessage,
    String scope,
    Map<String, Object> resource) {

  /**
   * Something that happened during the span.
   *
   * @param nanos since the epoch
   */
  public record Event(String name, long nanos, Map<String, Object> attributes) {}

  /** Another span that this one refers to. */
  public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

  /** Whether it has no parent. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Whether its parent is known to be in another process, or behind a protocol. */
  public boolean hasRemoteParent() {
    return (flags & 0x200) != 0;
  }

  /** Whether the other span is its parent. */
  public boolean isChildOf(FinishedSpan other) {
    return traceId.equals(other.traceId) && parentSpanId.equals(other.spanId);
  }

  /** The name of the service that recorded it; empty where its resource has none. */
  public String service() {
    return resource.getOrDefault("service.name", "").toString();
  }

  /** An attribute's value; {@code null} where it has none. */
  @SuppressWarnings("unchecked")
  public <T> T attribute(AttributeKey<T> key) {
    return (T) attributes.get(key.getKey());
  }

  /** An attribute's value as text; {@code null} where it has none. */
  public String text(String key) {
    Object value = attributes.get(key);
    return value == null ? null : value.toString();
  }
}
