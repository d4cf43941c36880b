// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The scopes that are open now, on all threads, and those that were closed on another thread than
 * the one that opened them. Thread-safe.
 */
final class OpenScopes {

  private static final Set<WatchedScope> OPEN = new LinkedHashSet<>();
  private static final List<String> MISUSED = new ArrayList<>();

  private OpenScopes() {}

  /**
   * Makes sure that scopes are watched at all.
   *
   * @throws IllegalStateException if OpenTelemetry uses another storage
   */
  static void requireWatched() {
    ContextKey<String> probe = ContextKey.named("clew-testkit-probe");
    try (Scope scope = ContextStorage.get().attach(Context.current().with(probe, ""))) {
      if (!(scope instanceof WatchedScope)) {
        throw new IllegalStateException(
            "scopes cannot be watched: OpenTelemetry uses " + ContextStorage.get());
      }
    }
  }

  static Scope opened(Scope scope, Context context) {
    WatchedScope watched = new WatchedScope(scope, context, Thread.currentThread());
    synchronized (OPEN) {
      OPEN.add(watched);
    }
    return watched;
  }

  private static void closed(WatchedScope scope) {
    synchronized (OPEN) {
      if (OPEN.remove(scope) && scope.thread != Thread.currentThread()) {
        MISUSED.add(
            "a scope was closed on " + Thread.currentThread().getName() + ", " + scope.opened());
      }
      OPEN.notifyAll();
    }
  }

  /** Waits until none is open, and says which are and which were misused; forgets both. */
  static List<String> verdict(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (OPEN) {
      try {
        for (long left = limit.toMillis(); !OPEN.isEmpty() && left > 0; ) {
          OPEN.wait(left);
          left = (end - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      List<String> all = new ArrayList<>(MISUSED);
      OPEN.forEach(scope -> all.add("a scope was never closed, " + scope.opened()));
      forget();
      return all;
    }
  }

  /** Forgets what an earlier test has left. */
  static void forget() {
    synchronized (OPEN) {
      OPEN.clear();
      MISUSED.clear();
    }
  }

  private static final class WatchedScope implements Scope {

    private final Scope scope;
    private final Context context;
    private final Thread thread;
    private final Throwable place = new Throwable("opened here");

    WatchedScope(Scope scope, Context context, Thread thread) {
      this.scope = scope;
      this.context = context;
      this.thread = thread;
    }

    @Override
    public void close() {
      closed(this);
      scope.close();
    }

    String opened() {
      StringWriter trace = new StringWriter();
      place.printStackTrace(new PrintWriter(trace));
      return "opened on " + thread.getName() + " with " + context + " at " + trace;
    }
  }
}
