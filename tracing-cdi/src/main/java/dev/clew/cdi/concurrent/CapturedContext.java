// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import dev.clew.instrument.Handover;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;

/** A context for a task that may run any number of times. Thread-safe; nothing here throws. */
final class CapturedContext {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Handover handover;

  private CapturedContext(Handover handover) {
    this.handover = handover;
  }

  /** What is current on this thread. */
  static CapturedContext current() {
    return new CapturedContext(Handover.here());
  }

  /** Nothing, so that a task sees nothing of whoever submitted it. */
  static CapturedContext cleared() {
    return new CapturedContext(Handover.nothing());
  }

  /**
   * Makes it current around a run, for the caller to close on the same thread. The first run,
   * however late, belongs to whoever has submitted the task.
   */
  Scope begin() {
    boolean isFirst = !begun.get() && begun.compareAndSet(false, true);
    return isFirst ? handover.open() : handover.openAgain();
  }
}
