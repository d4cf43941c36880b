// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import dev.clew.api.config.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one place that keeps errors of tracing away from applications. Everything an adapter calls in
 * tracing (a tracer, a span, a propagator, a scope, a view of a request) runs inside a guard; what
 * it throws, {@link Error}s too, is logged and goes no further. The first failure of a kind is a
 * warning (CLEW-0050), later ones are logged at FINE.
 *
 * <p>Thread-safe; no method throws. Code of the application never runs inside a guard: its
 * exceptions are its own.
 */
public final class Guard {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  /** Kinds are constants of the code; the limit only keeps a misuse from filling the heap. */
  private static final int MAX_KINDS = 1000;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private Guard() {}

  /**
   * Runs an action of tracing.
   *
   * @param kind what is being done, a constant such as {@code "start a server span"}
   */
  public static void run(String kind, Runnable action) {
    try {
      action.run();
    } catch (Throwable failure) {
      failed(kind, failure);
    }
  }

  /**
   * Asks tracing for a value.
   *
   * @param kind as for {@link #run}
   * @param fallback the result where the action throws or gives {@code null}
   */
  public static <T> T call(String kind, Supplier<? extends T> action, T fallback) {
    try {
      T result = action.get();
      return result != null ? result : fallback;
    } catch (Throwable failure) {
      failed(kind, failure);
      return fallback;
    }
  }

  /**
   * Takes what tracing has thrown, for callers that catch it themselves because a lambda would cost
   * an object on every request.
   *
   * @param kind as for {@link #run}
   */
  public static void failed(String kind, Throwable failure) {
    try {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      log(kind, failure);
    } catch (Throwable ignored) {
      // Even the log has failed (a handler that throws, no memory): nothing is left to be done.
    }
  }

  private static void log(String kind, Throwable failure) {
    Level level = isFirst(kind) ? Level.WARNING : Level.FINE;
    if (LOGGER.isLoggable(level)) {
      LOGGER.log(
          level,
          "CLEW-0050: tracing failed to "
              + kind
              + "; the application goes on without it (later failures of this kind at FINE)",
          new LoggedFailure(failure));
    }
  }

  private static boolean isFirst(String kind) {
    return !SEEN.contains(kind) && SEEN.size() < MAX_KINDS && SEEN.add(kind);
  }

  /**
   * What is shown of a failure: type, message and place. Messages may hold text from outside, which
   * could forge log lines; and the failure itself would keep the application's classes alive.
   */
  private static final class LoggedFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGE = 300;

    private final String text;

    LoggedFailure(Throwable failure) {
      super(null, null, false, true);
      this.text = describe(failure);
      setStackTrace(failure.getStackTrace());
    }

    private static String describe(Throwable failure) {
      String type = failure.getClass().getName();
      try {
        return type + ": " + Printable.of(failure.getMessage(), MAX_MESSAGE);
      } catch (Throwable unspeakable) {
        return type;
      }
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
