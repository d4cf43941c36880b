// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.TraceSummary;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.TreeSet;

/** A trace as far as it came. Texts are cut, so that what is held is bounded. For one thread. */
final class ArrivingTrace {

  private static final int LONGEST_TEXT = 300;
  private static final int MOST_SERVICES = 20;

  private final String traceId;
  private final TreeSet<String> services = new TreeSet<>();
  private String rootService;
  private String rootName;
  private boolean hasRoot;
  private long rootStart = Long.MAX_VALUE;
  private long start = Long.MAX_VALUE;
  private long end;
  private int spans;
  private int errors;

  ArrivingTrace(String traceId) {
    this.traceId = traceId;
  }

  void add(KeptSpan kept) {
    Span span = kept.span();
    String service = cut(kept.origin().service());
    long began = Math.max(0, span.getStartTimeUnixNano());
    spans++;
    errors += span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR ? 1 : 0;
    start = Math.min(start, began);
    end = Math.max(end, began + kept.durationNanos());
    if (services.size() < MOST_SERVICES) {
      services.add(service);
    }
    boolean root = span.getParentSpanId().isEmpty();
    if (root == hasRoot ? began < rootStart : root) {
      hasRoot = root;
      rootStart = began;
      rootService = service;
      rootName = cut(span.getName());
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + '\u2026' : text;
  }

  TraceSummary summary() {
    return new TraceSummary(
        traceId, rootService, rootName, start, end - start, spans, errors, List.copyOf(services));
  }
}
