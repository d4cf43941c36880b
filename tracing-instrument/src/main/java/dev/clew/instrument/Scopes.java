// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * Opens and closes scopes around code of the application. What fails is logged by {@link Guard} and
 * goes no further. Thread-safe; a scope is to be closed on the thread that opened it.
 */
public final class Scopes {

  private Scopes() {}

  /** Makes a span current on this thread, beside what else is in the context. */
  public static Scope open(Span span) {
    try {
      return LogCorrelation.makeCurrent(Context.current().with(span));
    } catch (Throwable failure) {
      Guard.failed("make a span current", failure);
      return Scope.noop();
    }
  }

  /** Gives the thread back the context that it had. */
  public static void close(Scope scope) {
    try {
      scope.close();
    } catch (Throwable failure) {
      Guard.failed("close a scope", failure);
    }
  }
}
