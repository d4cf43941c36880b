// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.spi.SpanSink;

/**
 * The way from finished spans to the sink, until it is closed. What goes wrong is reported, once;
 * nothing here throws. Thread-safe.
 */
final class Outlet {

  private final EncoderPool encoders = new EncoderPool();
  private final Sampling sampling;
  private final Faults faults;

  /** Where spans wait for a decision on their trace; {@code null} for nowhere. */
  private final Tail tail;

  /** {@code null} once closed, so that what outlives the application does not hold on to it. */
  private volatile SpanSink sink;

  Outlet(SpanSink sink, byte[] resource, Sampling sampling, Faults faults) {
    this.sink = sink;
    this.sampling = sampling;
    this.tail = sampling.tail();
    this.faults = faults;
    try {
      if (tail != null) {
        tail.open(sink);
      }
      if (sampling.cost() != null) {
        sampling.cost().sending(sink::cpuNanos);
      }
      sink.resource(resource);
      sink.show(sampling);
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  boolean isOpen() {
    return sink != null;
  }

  void close() {
    try {
      if (tail != null) {
        tail.release();
      }
    } catch (Throwable failed) {
      fault(failed);
    }
    sink = null;
  }

  /** The number of an instrumentation scope; negative where spans of it cannot be taken. */
  int scope(byte[] prefix) {
    try {
      SpanSink target = sink;
      return target == null ? -1 : target.scope(prefix);
    } catch (Throwable failed) {
      fault(failed);
      return -1;
    }
  }

  void started(ClewSpanContext context) {
    try {
      SpanSink target = sink;
      if (target != null) {
        target.started(context.traceIdHigh, context.traceIdLow, context.spanId);
      }
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  void finished(int scope, RecordingSpan span, Recording recording, long endEpochNanos) {
    try {
      SpanSink target = sink;
      if (target != null && scope >= 0) {
        sampling.ended(span, recording);
        HeldTrace held = tail == null ? null : tail.ended(span, recording, endEpochNanos);
        // Asked once: another thread may drop the trace between two answers.
        if (held != null && held.isDropped()) {
          tail.dropsSpans(1);
        } else {
          SpanEncoder encoder = encoders.take();
          ProtoWriter body = encoder.encode(span, recording, endEpochNanos, target.maxSpanBytes());
          if (held == null) {
            target.offer(scope, body.buffer(), body.start(), body.length());
          } else {
            tail.take(held, scope, body);
          }
          encoders.give(encoder);
        }
      }
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  private void fault(Throwable failed) {
    faults.report("CLEW-0102", "A span could not be handed to the exporter", failed);
  }
}
