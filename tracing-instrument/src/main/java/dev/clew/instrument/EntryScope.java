// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * A context that is current while a container calls the application: for a request, a message, a
 * task. When it is closed the thread has the context that it had before, whatever scopes the
 * application has left open, or closed in an order in which OpenTelemetry ignores them: the thread
 * may serve others next. A client call that the thread has waited for in vain ends, too.
 */
public final class EntryScope implements Scope {

  private final Scope scope;
  private final Context context;
  private final Thread thread;
  private boolean closed;

  private EntryScope(Scope scope, Context context) {
    this.scope = scope;
    this.context = context;
    this.thread = Thread.currentThread();
  }

  /**
   * Makes a context current on this thread.
   *
   * @return to be closed on this thread, before control goes back to the container; never {@code
   *     null}, does not throw
   */
  public static Scope open(Context context) {
    try {
      return new EntryScope(LogCorrelation.makeCurrent(context), context);
    } catch (Throwable failure) {
      Guard.failed("make a context current where the application is entered", failure);
      return Scope.noop();
    }
  }

  /** Does nothing on other threads, or a second time. */
  @Override
  public void close() {
    if (closed || Thread.currentThread() != thread) {
      return;
    }
    closed = true;
    try {
      if (Context.current() != context) {
        // A scope counts only where its context is current. What this opens ends with it.
        context.makeCurrent();
      }
      scope.close();
      OpenCalls.leaveThread();
    } catch (Throwable failure) {
      Guard.failed("close the scope in which the application was entered", failure);
    }
  }
}
