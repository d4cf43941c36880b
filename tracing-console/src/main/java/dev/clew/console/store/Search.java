// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import java.util.Map;

/**
 * What one span of a trace must meet for the trace to be found.
 *
 * @param service its service; {@code null} for any
 * @param operation its name; {@code null} for any
 * @param minDuration nanoseconds
 * @param maxDuration nanoseconds, included
 * @param failed whether its status must be an error
 * @param attributes texts of attributes of the span or of its resource, by name; those in maps
 *     count, too
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
    long from,
    long to,
    int limit) {

  /** The latest traces. */
  public static Search all(int limit) {
    return new Search(null, null, 0, Long.MAX_VALUE, false, Map.of(), 0, Long.MAX_VALUE, limit);
  }

  public Search withService(String wanted) {
    return new Search(
        wanted, operation, minDuration, maxDuration, failed, attributes, from, to, limit);
  }

  public Search withOperation(String wanted) {
    return new Search(
        service, wanted, minDuration, maxDuration, failed, attributes, from, to, limit);
  }

  public Search withDuration(long min, long max) {
    return new Search(service, operation, min, max, failed, attributes, from, to, limit);
  }

  public Search onlyFailed() {
    return new Search(
        service, operation, minDuration, maxDuration, true, attributes, from, to, limit);
  }

  public Search withAttributes(Map<String, String> wanted) {
    return new Search(
        service, operation, minDuration, maxDuration, failed, Map.copyOf(wanted), from, to, limit);
  }

  public Search between(long earliest, long latest) {
    return new Search(
        service, operation, minDuration, maxDuration, failed, attributes, earliest, latest, limit);
  }
}
