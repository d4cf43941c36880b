// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.instrument.logs.LogsOptions.MdcChoice;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one application wants of spans in its MDC. The MDC is looked for when the first span is
 * current, not before: the application may still be about to set up its logging. Thread-safe;
 * nothing throws.
 */
final class MdcEntries {

  final String traceIdKey;
  final String spanIdKey;
  final String traceFlagsKey;
  private final MdcChoice choice;
  private final Callable<Mdc> finder;
  private final Problems problems;
  private final AtomicBoolean failed = new AtomicBoolean();

  /** {@code null} until it is found, or where there is none. */
  private volatile Mdc mdc;

  /** Guarded by this. */
  private boolean lookedFor;

  /** The finder is asked once at most; it gives {@code null} for none. */
  MdcEntries(Settings settings, Callable<Mdc> finder) {
    this.traceIdKey = settings.get(LogsOptions.TRACE_ID);
    this.spanIdKey = settings.get(LogsOptions.SPAN_ID);
    this.traceFlagsKey = settings.get(LogsOptions.TRACE_FLAGS);
    this.choice = settings.get(LogsOptions.MDC);
    this.finder = finder;
    this.problems = settings.problems();
  }

  /**
   * Lets the MDC follow what has become current.
   *
   * @param scope what to close to end that
   * @param before what was current, {@code null} for nothing
   * @param now what is current
   * @return what is to be closed instead; the same where no entry differs
   */
  Scope follow(Scope scope, Context before, Context now) {
    try {
      SpanContext outer = spanContext(before);
      SpanContext inner = spanContext(now);
      boolean same = outer == inner && carrier() == null;
      if (same || !outer.isValid() && !inner.isValid() || mdc() == null) {
        return scope;
      }
      MdcScope following = new MdcScope(this, mdc, scope, now);
      following.open(outer, inner);
      return following;
    } catch (Throwable failure) {
      failed(failure);
      return scope;
    }
  }

  /** Tells of the first failure only: a broken MDC may fail with every span. */
  void failed(Throwable failure) {
    if (failed.compareAndSet(false, true)) {
      problems.report(
          "CLEW-0060",
          "an MDC or a span failed, so logs may lack the ids of spans: "
              + Printable.of(String.valueOf(failure), 500));
    }
  }

  /** What takes contexts to asynchronous methods; {@code null} where there is none. */
  JBossMdc carrier() {
    Mdc found = CarriedContext.USERS.get() == 0 ? null : mdc;
    return found == null ? null : found.jboss();
  }

  private Mdc mdc() {
    Mdc found = mdc;
    return found != null ? found : lookForMdc();
  }

  /** A logging library that uses spans while it starts gets {@code null}. */
  private synchronized Mdc lookForMdc() {
    if (!lookedFor) {
      lookedFor = true;
      mdc = find();
      if (mdc == null) {
        LogCorrelation.stop(this);
      }
    }
    return mdc;
  }

  private Mdc find() {
    Mdc found = null;
    try {
      found = finder.call();
    } catch (Throwable failure) {
      failed(failure);
    }
    if (found == null && choice != MdcChoice.AUTO) {
      problems.report(
          "CLEW-0061",
          LogsOptions.MDC.key() + " names an MDC that is not here; logs get no ids of spans");
    }
    return found;
  }

  private static SpanContext spanContext(Context context) {
    Span span = context == null ? null : Span.fromContextOrNull(context);
    return span == null ? SpanContext.getInvalid() : span.getSpanContext();
  }
}
