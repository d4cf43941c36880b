// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.spi.SpanSink;

/** The way of spans to the sink where traces are held until {@link Tail} has decided on them. */
final class TailOutlet extends Outlet {

  /** No limit: what was decided is not the application's. */
  private static final int ATTRIBUTES = 1 << 24;

  private final Tail tail;

  TailOutlet(Tail tail, SpanSink sink, byte[] resource, Faults faults) {
    super(sink, resource, faults);
    this.tail = tail;
    tail.open(sink);
  }

  @Override
  void finished(int scope, RecordingSpan span, Recording recording, long endEpochNanos) {
    if (isOpen() && span.getSpanContext().getTraceState() instanceof HeldTrace trace) {
      try {
        tail.ended(trace, span, recording, endEpochNanos);
      } catch (Throwable failed) {
        fault(failed);
      }
      if (span.isLocalRoot()) {
        recording.recordAttribute("clew.sampler.rule", trace.rule(), ATTRIBUTES);
      }
      if (trace.isDropped()) {
        tail.dropsSpans(1);
        return;
      }
    }
    super.finished(scope, span, recording, endEpochNanos);
  }

  @Override
  void deliver(SpanSink sink, int scope, RecordingSpan span, ProtoWriter body) {
    if (span.getSpanContext().getTraceState() instanceof HeldTrace trace) {
      trace.add(scope, body);
      tail.makeRoom();
    } else {
      super.deliver(sink, scope, span, body);
    }
  }

  @Override
  void close() {
    try {
      tail.release();
    } catch (Throwable failed) {
      fault(failed);
    }
    super.close();
  }
}
