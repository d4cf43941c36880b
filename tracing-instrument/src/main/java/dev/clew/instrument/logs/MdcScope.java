// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the ids of a span in the MDC for as long as its context is current, and then puts back what
 * was there. Like the scope that it goes with, it belongs to one thread, and closing it counts only
 * while its context is current: so the MDC never tells of another span than the current one, in
 * whichever order scopes are closed.
 */
final class MdcScope implements Scope {

  /** For entries that are as they were. */
  private static final Object UNTOUCHED = new Object();

  private final MdcEntries entries;
  private final Mdc mdc;
  private final Scope scope;
  private final Context context;
  private Object spanId = UNTOUCHED;
  private Object traceId = UNTOUCHED;
  private Object traceFlags = UNTOUCHED;
  private Object carried = UNTOUCHED;
  private boolean closed;

  MdcScope(MdcEntries entries, Mdc mdc, Scope scope, Context context) {
    this.entries = entries;
    this.mdc = mdc;
    this.scope = scope;
    this.context = context;
  }

  void open(SpanContext outer, SpanContext inner) {
    try {
      if (inner.isValid()) {
        show(outer, inner);
      } else {
        spanId = mdc.swap(entries.spanIdKey, null);
        traceId = mdc.swap(entries.traceIdKey, null);
        traceFlags = mdc.swap(entries.traceFlagsKey, null);
      }
    } catch (Throwable failure) {
      entries.failed(failure);
    }
    JBossMdc carrier = entries.carrier();
    if (carrier != null) {
      carried =
          CarriedContext.swap(
              entries, carrier, inner.isValid() ? new AtomicReference<>(this) : null);
    }
  }

  /** A child differs from its parent in the span's id alone, if nobody has cleared the rest. */
  private void show(SpanContext outer, SpanContext inner) {
    spanId = mdc.swap(entries.spanIdKey, inner.getSpanId());
    if (!outer.getSpanId().equals(spanId) || !outer.getTraceId().equals(inner.getTraceId())) {
      traceId = mdc.swap(entries.traceIdKey, inner.getTraceId());
      traceFlags = mdc.swap(entries.traceFlagsKey, inner.getTraceFlags().asHex());
      if (!outer.isValid() && isInherited()) {
        spanId = null;
        traceId = null;
        traceFlags = null;
      }
    } else if (!outer.getTraceFlags().equals(inner.getTraceFlags())) {
      traceFlags = mdc.swap(entries.traceFlagsKey, inner.getTraceFlags().asHex());
    }
  }

  /**
   * Some MDCs, JBoss LogManager's among them, are inherited: a pool's thread that was started while
   * a span was current would tell of that span for ever.
   */
  private boolean isInherited() {
    return SpanId.isValid(mdc.text(spanId))
        && TraceId.isValid(mdc.text(traceId))
        && mdc.text(traceFlags) != null;
  }

  @Override
  public void close() {
    boolean counts = !closed && Context.current() == context;
    try {
      scope.close();
    } finally {
      if (counts) {
        closed = true;
        putBack(entries.traceFlagsKey, traceFlags);
        putBack(entries.traceIdKey, traceId);
        putBack(entries.spanIdKey, spanId);
        if (carried != UNTOUCHED) {
          CarriedContext.swap(entries, mdc.jboss(), (AtomicReference<?>) carried);
        }
      }
    }
  }

  Context context() {
    return context;
  }

  /** For logs that show all that is in an MDC. */
  @Override
  public String toString() {
    return Span.fromContext(context).getSpanContext().getSpanId();
  }

  private void putBack(String key, Object before) {
    if (before != UNTOUCHED) {
      try {
        mdc.set(key, before);
      } catch (Throwable failure) {
        entries.failed(failure);
      }
    }
  }
}
