// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Opens and closes scopes around calls of beans. Nothing here throws. */
final class Scopes {

  private Scopes() {}

  /** Makes a span current on this thread, beside what else is in the context. */
  static Scope of(Span span) {
    try {
      return Context.current().with(span).makeCurrent();
    } catch (Throwable failure) {
      Guard.failed("make the span of a bean's method current", failure);
      return Scope.noop();
    }
  }

  /** Makes a context current on this thread, in place of what is there. */
  static Scope of(Context context) {
    try {
      return context.makeCurrent();
    } catch (Throwable failure) {
      Guard.failed("make a context current for a bean's method", failure);
      return Scope.noop();
    }
  }

  static void close(Scope scope) {
    try {
      scope.close();
    } catch (Throwable failure) {
      Guard.failed("close the scope of a bean's method", failure);
    }
  }
}
