// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The context of the current span as one more entry of JBoss LogManager's MDC, which WildFly copies
 * from the thread that calls an enterprise bean's asynchronous method to the one that runs it, and
 * which is the only thing of the caller's thread that gets there.
 *
 * <p>Threads inherit that MDC as well, and a pool's thread keeps it. A call that such a thread
 * makes looks like one of the thread that has started it, so the entry is emptied whenever a thread
 * is started, but by WildFly for the call: what is found is exact, or nothing. The entry is an
 * object of the JDK's, for empty ones may stay on threads of the server. Thread-safe; nothing
 * throws.
 */
final class CarriedContext extends InheritableThreadLocal<AtomicReference<?>> {

  private static final String KEY = "clew.context";

  /** Starts the thread in whose place a call waits; it takes the copied MDC before all else. */
  private static final String CALL =
      "org.jboss.as.ejb3.component.interceptors.AsyncFutureInterceptorFactory";

  /** Applications that have such methods; without any, nothing is carried. */
  static final AtomicInteger USERS = new AtomicInteger();

  /** The thread's own entry: only here it can be seen that another thread inherits it. */
  private static final CarriedContext OWN = new CarriedContext();

  private CarriedContext() {}

  /**
   * Takes that of the caller, on the thread that has been told of it.
   *
   * @return {@code null} for none, or where a span is current
   */
  static Context take(MdcEntries entries) {
    try {
      JBossMdc mdc = entries.carrier();
      return mdc != null
              && !CurrentSpan.context().isValid()
              && mdc.swap(KEY, null) instanceof AtomicReference<?> entry
              && entry.get() instanceof MdcScope scope
          ? scope.context()
          : null;
    } catch (Throwable failure) {
      entries.failed(failure);
      return null;
    }
  }

  /**
   * Makes it the entry of this thread.
   *
   * @param entry {@code null} for none
   * @return the one that this thread had, to be put back
   */
  static AtomicReference<?> swap(MdcEntries entries, JBossMdc mdc, AtomicReference<?> entry) {
    AtomicReference<?> before = OWN.get();
    if (entry == null) {
      OWN.remove();
    } else {
      OWN.set(entry);
    }
    try {
      mdc.set(KEY, entry);
    } catch (Throwable failure) {
      entries.failed(failure);
    }
    return before;
  }

  @Override
  protected AtomicReference<?> childValue(AtomicReference<?> entry) {
    if (entry != null && entry.get() != null && !isStartedForTheCall()) {
      entry.set(null);
    }
    return null;
  }

  /** By the whole name: classes inside that one are below the method that was called, too. */
  private static boolean isStartedForTheCall() {
    try {
      for (StackTraceElement element : new Throwable().getStackTrace()) {
        if (element.getClassName().equals(CALL)) {
          return true;
        }
      }
      return false;
    } catch (Throwable unknown) {
      return false;
    }
  }
}
