// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;

/** A context to be made current around a task, any number of times. Nothing here throws. */
record CapturedContext(Context context) implements ThreadContextSnapshot {

  private static final ThreadContextRestorer NOTHING = () -> {};

  static ThreadContextSnapshot current() {
    try {
      return new CapturedContext(Context.current());
    } catch (Throwable failure) {
      Guard.failed("capture the context of a managed task", failure);
      return () -> NOTHING;
    }
  }

  @Override
  public ThreadContextRestorer begin() {
    try {
      Scope scope = context.makeCurrent();
      return () -> close(scope);
    } catch (Throwable failure) {
      Guard.failed("make a context current for a managed task", failure);
      return NOTHING;
    }
  }

  private static void close(Scope scope) {
    try {
      scope.close();
    } catch (Throwable failure) {
      Guard.failed("restore the context after a managed task", failure);
    }
  }
}
