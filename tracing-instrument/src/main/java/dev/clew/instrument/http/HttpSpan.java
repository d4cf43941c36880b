// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What spans of both ends have in common: one end, at most one error, and nothing ever thrown. */
abstract sealed class HttpSpan<R> permits HttpServerSpan, HttpClientSpan {

  private static final VarHandle STATE = state();

  private static final int OPEN = 0;

  /** Another thread is recording the error; it may come too late for the end. */
  private static final int FAILING = 1;

  private static final int FAILED = 2;
  private static final int ENDED = 3;

  final Span span;
  private final boolean recording;
  private volatile int state;

  HttpSpan(Span span) {
    this.span = span;
    this.recording = isRecording(span);
  }

  /** The context with this span in it, for work that goes on elsewhere. */
  public abstract Context context();

  /**
   * Makes {@link #context} current on this thread.
   *
   * @return to be closed on this thread, before control goes back to the container; never {@code
   *     null}, does not throw
   */
  public Scope makeCurrent() {
    return EntryScope.open(context());
  }

  /** Whether anything said of this span is recorded, which it is no more once it has ended. */
  public boolean isRecording() {
    return recording && state != ENDED;
  }

  /**
   * Says that the exchange has failed. The first exception counts, later ones and those after the
   * end do not; its stack trace is recorded unless a span of the same trace has it already.
   *
   * @param error what the application or the connection threw; {@code null} is ignored
   */
  public void error(Throwable error) {
    if (error != null && recording && STATE.compareAndSet(this, OPEN, FAILING)) {
      SpanErrors.record(span, error);
      STATE.compareAndSet(this, FAILING, FAILED);
    }
  }

  /**
   * Ends it. Only the first call counts, from whichever thread it comes.
   *
   * @param response {@code null} where there is none, or none is known
   */
  public void end(R response) {
    int before = (int) STATE.getAndSet(this, ENDED);
    if (before == ENDED) {
      return;
    }
    try {
      if (recording && response != null) {
        describe(response, before == FAILED);
      }
    } catch (Throwable failure) {
      Guard.failed("record the response of an HTTP span", failure);
    } finally {
      finish();
    }
  }

  abstract void describe(R response, boolean failed);

  /** Says how the exchange went; an error if the code is one and no other has been said. */
  final void status(int code, int firstError, boolean failed) {
    if (code < 100 || code > 999) {
      return;
    }
    span.setAttribute(Keys.STATUS_CODE, (long) code);
    if (code >= firstError && !failed) {
      span.setAttribute(Keys.ERROR_TYPE, String.valueOf(code));
      span.setStatus(StatusCode.ERROR);
    }
  }

  private void finish() {
    try {
      span.end();
    } catch (Throwable failure) {
      Guard.failed("end an HTTP span", failure);
    }
  }

  private static VarHandle state() {
    try {
      return MethodHandles.lookup().findVarHandle(HttpSpan.class, "state", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static boolean isRecording(Span span) {
    try {
      return span.isRecording();
    } catch (Throwable failure) {
      Guard.failed("ask an HTTP span whether it records", failure);
      return false;
    }
  }
}
