// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Map;

/**
 * What one span of a trace must meet for the trace to be found.
 *
 * @param service its service; {@code null} for any but the collector's own
 * @param operation its name; {@code null} for any
 * @param minDuration nanoseconds
 * @param maxDuration nanoseconds, included
 * @param failed whether its status must be an error
 * @param attributes texts of attributes of the span or of its resource, by name; those in maps
 *     count, too
 * @param link where one of its links leads to in another trace: a trace id, or one with {@code -}
 *     and a span id; {@code null} for anywhere or nowhere
 * @param from its earliest start, nanoseconds since 1970
 * @param to its latest start, included
 * @param limit how many traces are found at most
 */
public record Search(
    String service,
    String operation,
    long minDuration,
    long maxDuration,
    boolean failed,
    Map<String, String> attributes,
    String link,
    long from,
    long to,
    int limit) {

  /** Under which name the collector itself is traced: what asks would be among what is found. */
  public static final String OWN_SERVICE = "clew-console";

  /** The latest traces. */
  public static Search all(int limit) {
    return new Search(
        null, null, 0, Long.MAX_VALUE, false, Map.of(), null, 0, Long.MAX_VALUE, limit);
  }

  public Search withService(String wanted) {
    return new Search(
        wanted, operation, minDuration, maxDuration, failed, attributes, link, from, to, limit);
  }

  public Search withOperation(String wanted) {
    return new Search(
        service, wanted, minDuration, maxDuration, failed, attributes, link, from, to, limit);
  }

  public Search withDuration(long min, long max) {
    return new Search(service, operation, min, max, failed, attributes, link, from, to, limit);
  }

  public Search onlyFailed() {
    return new Search(
        service, operation, minDuration, maxDuration, true, attributes, link, from, to, limit);
  }

  public Search withAttributes(Map<String, String> wanted) {
    return new Search(
        service,
        operation,
        minDuration,
        maxDuration,
        failed,
        Map.copyOf(wanted),
        link,
        from,
        to,
        limit);
  }

  public Search withLink(String wanted) {
    return new Search(
        service, operation, minDuration, maxDuration, failed, attributes, wanted, from, to, limit);
  }

  public Search between(long earliest, long latest) {
    return new Search(
        service,
        operation,
        minDuration,
        maxDuration,
        failed,
        attributes,
        link,
        earliest,
        latest,
        limit);
  }

  /** Whether a span meets all that is asked for: what every store finds, without a store. */
  public boolean matches(KeptSpan kept) {
    Span span = kept.span();
    long start = Math.max(0, span.getStartTimeUnixNano());
    long duration = kept.durationNanos();
    return (operation == null || operation.equals(span.getName()))
        && (!failed || span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR)
        && duration >= minDuration
        && duration <= maxDuration
        && start >= from
        && start <= to
        && isWanted(kept.origin().service())
        && hasAttributes(kept)
        && hasLink(kept);
  }

  /** Whether spans of a service are looked at. */
  public boolean isWanted(String name) {
    return service == null ? !name.equals(OWN_SERVICE) : name.equals(service);
  }

  private boolean hasAttributes(KeptSpan kept) {
    for (Map.Entry<String, String> wanted : attributes.entrySet()) {
      String key = wanted.getKey();
      String text = wanted.getValue();
      if (!AttributeMatch.has(kept.span().getAttributesList(), key, text)
          && !AttributeMatch.has(kept.origin().resource().getAttributesList(), key, text)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasLink(KeptSpan kept) {
    if (link == null) {
      return true;
    }
    String links = LinkText.of(kept.span());
    return links != null && links.contains(link);
  }
}
