// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The request that something is measured in: a server span that is current on one thread. One that
 * is recorded stands for a few calls only, as in real life, so each call bears a part of its cost.
 */
final class Request {

  private static final int CALLS = 5;

  /** {@code null} where nobody traces. */
  private final Tracer tracer;

  private Span span;
  private Scope scope;
  private int calls;

  /** Begins the first one. */
  Request(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry == null ? null : openTelemetry.getTracer("dev.clew.benchmarks");
    begin();
  }

  private void begin() {
    if (tracer != null) {
      span = tracer.spanBuilder("GET").setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
      scope = Context.root().with(span).makeCurrent();
    }
  }

  /** Something is about to be called in it. */
  void call() {
    if (span != null && span.isRecording() && ++calls % CALLS == 0) {
      end();
      begin();
    }
  }

  /** Ends the last one. */
  void end() {
    if (span != null) {
      scope.close();
      span.end();
    }
  }
}
