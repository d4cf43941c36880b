// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What spans of both ends have in common: one end, at most one error, and nothing ever thrown. */
abstract sealed class HttpSpan<R> permits HttpServerSpan, HttpClientSpan {

  private static final VarHandle STATE = state();

  private static final int OPEN = 0;
  private static final int FAILED = 1;
  private static final int ENDED = 2;

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
    try {
      return new GuardedScope(context().makeCurrent());
    } catch (Throwable failure) {
      Guard.failed("make an HTTP span current", failure);
      return Scope.noop();
    }
  }

  /** Whether anything said of this span is recorded, which it is no more once it has ended. */
  public boolean isRecording() {
    return recording && state != ENDED;
  }

  /**
   * Says that the exchange has failed. The first exception is recorded, later ones and those after
   * the end are not.
   *
   * @param error what the application or the connection threw; {@code null} is ignored
   */
  public void error(Throwable error) {
    if (error != null && recording && STATE.compareAndSet(this, OPEN, FAILED)) {
      try {
        record(unwrapped(error));
      } catch (Throwable failure) {
        Guard.failed("record the error of an HTTP span", failure);
      }
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

  private void record(Throwable error) {
    span.setAttribute(Keys.ERROR_TYPE, error.getClass().getName());
    span.setStatus(StatusCode.ERROR, message(error));
    span.recordException(error);
  }

  /** An application's exception may throw from its own methods. */
  private static String message(Throwable error) {
    try {
      String message = error.getMessage();
      return message == null ? "" : Cut.to(Cut.MESSAGE, message);
    } catch (Throwable unspeakable) {
      return "";
    }
  }

  /** What futures wrap says nothing of what went wrong. */
  private static Throwable unwrapped(Throwable error) {
    boolean wrapper = error instanceof CompletionException || error instanceof ExecutionException;
    return wrapper && error.getCause() != null ? error.getCause() : error;
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

  /** The parent with a span; the parent alone if the span cannot be put there. */
  static Context with(Context parent, Span span) {
    try {
      return parent.with(span);
    } catch (Throwable failure) {
      Guard.failed("put an HTTP span into a context", failure);
      return parent;
    }
  }

  private record GuardedScope(Scope scope) implements Scope {

    @Override
    public void close() {
      try {
        scope.close();
      } catch (Throwable failure) {
        Guard.failed("close the scope of an HTTP span", failure);
      }
    }
  }
}
