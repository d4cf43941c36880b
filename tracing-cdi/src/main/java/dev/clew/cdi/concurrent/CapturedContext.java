// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import dev.clew.instrument.Handover;
import dev.clew.instrument.Scopes;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.concurrent.atomic.AtomicBoolean;

/** A context to be made current around a task, any number of times. Nothing here throws. */
final class CapturedContext implements ThreadContextSnapshot {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Handover handover;

  CapturedContext(Handover handover) {
    this.handover = handover;
  }

  /** For a task: its first run, however late, belongs to whoever has submitted it. */
  @Override
  public ThreadContextRestorer begin() {
    boolean isFirst = !begun.get() && begun.compareAndSet(false, true);
    Scope scope = isFirst ? handover.open() : handover.openAgain();
    return () -> Scopes.close(scope);
  }
}
