// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.api.spi.TimedSpan;
import io.opentelemetry.api.trace.Span;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of one application that are under way. The SDK tells nobody when a call fails before it
 * is sent, as for want of a parameter: the span of such a call ends, at the time when it was last
 * heard of, once the call has been collected and another one starts, or the application stops.
 * Needs no thread. Thread-safe.
 */
final class OpenCalls {

  private final ReferenceQueue<AwsCall> collected = new ReferenceQueue<>();
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /** A call that has started. */
  Entry add(AwsCall call, Span span) {
    Entry entry = new Entry(call, span, this);
    entries.add(entry);
    return entry;
  }

  /** Ends those that have been collected since. */
  void endForgotten() {
    for (var gone = collected.poll(); gone != null; gone = collected.poll()) {
      ((Entry) gone).end();
    }
  }

  void endAll() {
    entries.forEach(Entry::end);
  }

  /** The span of a call, which ends once, whoever ends it first. */
  static final class Entry extends PhantomReference<AwsCall> {

    private final Span span;
    private final OpenCalls calls;
    private volatile long heardOf;

    private Entry(AwsCall call, Span span, OpenCalls calls) {
      super(call, calls.collected);
      this.span = span;
      this.calls = calls;
      heard();
    }

    /** Something has happened to the call, now. */
    void heard() {
      heardOf = System.nanoTime();
    }

    /** Whether it has not ended yet; it has from now on. */
    boolean close() {
      return calls.entries.remove(this);
    }

    private void end() {
      if (close()) {
        if (span instanceof TimedSpan timed) {
          timed.endNanoTime(heardOf);
        } else {
          span.end();
        }
      }
    }
  }
}
