// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Contexts made current for the application's code in listeners. */
public final class MessageScope {

  private MessageScope() {}

  /**
   * Makes a context current on this thread.
   *
   * @return to be closed on this thread; never {@code null}, does not throw
   */
  public static Scope of(Context context) {
    try {
      return new Guarded(context.makeCurrent());
    } catch (Throwable failure) {
      Guard.failed("make the context of a message current", failure);
      return Scope.noop();
    }
  }

  private record Guarded(Scope scope) implements Scope {

    @Override
    public void close() {
      try {
        scope.close();
      } catch (Throwable failure) {
        Guard.failed("close the scope of a message", failure);
      }
    }
  }
}
