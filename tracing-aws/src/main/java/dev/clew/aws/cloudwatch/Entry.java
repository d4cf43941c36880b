// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A span with which a trace enters a service: of a server or a consumer, or without a parent.
 * Statuses are X-Ray's: an error is the caller's fault, a fault the service's.
 */
record Entry(OtlpSpan span, String status) {

  private static final String OK = "ok";
  private static final String ERROR = "error";
  private static final String FAULT = "fault";

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** {@code null} for what is none. */
  static Entry of(OtlpSpan span) {
    boolean enters =
        span.isRoot() || span.kind() == OtlpSpan.SERVER || span.kind() == OtlpSpan.CONSUMER;
    return enters ? new Entry(span, status(span)) : null;
  }

  private static String status(OtlpSpan span) {
    long http = span.attributes().get("http.response.status_code") instanceof Long code ? code : 0;
    if (http >= 400 && http < 500) {
      return ERROR;
    }
    return span.isError() || http >= 500 ? FAULT : OK;
  }

  boolean isBad() {
    return !status.equals(OK);
  }

  long nanos() {
    return Math.max(0, span.end() - span.start());
  }

  /** The minute in which it ended, in minutes since 1970. */
  long minute() {
    return span.end() / MINUTE;
  }

  /** By service, by service and operation, and by these and status. */
  void measure(String service, String operation, Measures into) {
    Dimensions byService = Dimensions.of(minute()).and("Service", service);
    Dimensions byOperation = byService.and("Operation", operation);
    Dimensions byStatus = byOperation.and("Status", status);
    double millis = nanos() / 1e6;
    for (Dimensions by : List.of(byService, byOperation)) {
      into.count("Errors", by, status.equals(ERROR));
      into.count("Faults", by, status.equals(FAULT));
    }
    for (Dimensions by : List.of(byService, byOperation, byStatus)) {
      into.count("Requests", by, true);
      into.duration("Duration", by, millis);
    }
  }
}
