// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Scopes;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The span of a call that goes on after the method has returned. It ends once, on whichever thread
 * comes first; no context is made current there. Thread-safe; no method throws.
 */
final class AsyncSpan {

  private static final AttributeKey<Boolean> CANCELLED = AttributeKey.booleanKey("clew.cancelled");

  private final AtomicBoolean ended = new AtomicBoolean();
  private final TracedMethod method;
  private final Span span;

  AsyncSpan(TracedMethod method, Span span) {
    this.method = method;
    this.span = span;
  }

  /** Ends it with what a stage gave: a value, or a failure, or {@code null} for both. */
  void complete(Object value, Throwable failure) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      describe(value, failure == null ? null : SpanErrors.unwrapped(failure));
    } catch (Throwable unexpected) {
      Guard.failed("describe the end of a bean's method", unexpected);
    }
    end();
  }

  /** Ends it because nobody wants the result any more, which is no error. */
  void cancel() {
    complete(null, new CancellationException());
  }

  /** Ends it as of an earlier time. */
  void endAt(Instant time) {
    if (ended.compareAndSet(false, true)) {
      try {
        span.end(time);
      } catch (Throwable failure) {
        Guard.failed("end the span of a bean's method", failure);
      }
    }
  }

  /** Makes it current on this thread, to be closed there. */
  Scope makeCurrent() {
    return Scopes.open(span);
  }

  private void describe(Object value, Throwable failure) {
    if (failure == null) {
      method.describeResult(span, value);
    } else if (failure instanceof CancellationException) {
      span.setAttribute(CANCELLED, true);
    } else {
      SpanErrors.record(span, failure);
    }
  }

  private void end() {
    try {
      span.end();
    } catch (Throwable failure) {
      Guard.failed("end the span of a bean's method", failure);
    }
  }
}
