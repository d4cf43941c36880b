// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.spi.SpanSink;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The way from finished spans to the sink, until it is closed. What goes wrong is reported, once;
 * nothing here throws. Thread-safe.
 */
class Outlet {

  private final EncoderPool encoders = new EncoderPool();
  private final Faults faults;

  /** {@code null} once closed, so that what outlives the application does not hold on to it. */
  private volatile SpanSink sink;

  Outlet(SpanSink sink, byte[] resource, Faults faults) {
    this.sink = sink;
    this.faults = faults;
    try {
      sink.resource(resource);
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  /** Has the sink show what the engine counts. */
  void show(Supplier<Map<String, Long>> counts) {
    try {
      SpanSink target = sink;
      if (target != null) {
        target.show(counts);
      }
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  boolean isOpen() {
    return sink != null;
  }

  void close() {
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
        SpanEncoder encoder = encoders.take();
        ProtoWriter body = encoder.encode(span, recording, endEpochNanos, target.maxSpanBytes());
        deliver(target, scope, span, body);
        encoders.give(encoder);
      }
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  void deliver(SpanSink target, int scope, RecordingSpan span, ProtoWriter body) {
    target.offer(scope, body.buffer(), body.start(), body.length());
  }

  final void fault(Throwable failed) {
    faults.report("CLEW-0102", "A span could not be handed to the exporter", failed);
  }
}
