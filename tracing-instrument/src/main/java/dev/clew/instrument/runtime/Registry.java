// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Which application runs which {@link Tracing}. Weak both ways, because where applications share
 * the library it outlives them: neither an application nor what belongs to it is kept from being
 * collected, even if somebody forgets to close a lease. Thread-safe; starts and stops outside its
 * lock, so that one application never waits for another.
 */
final class Registry {

  private static final Found NOTHING = new Found(new WeakReference<>(null), null);

  private final Map<ClassLoader, WeakReference<Running>> byApplication = new WeakHashMap<>();

  /** What was found last, since most calls ask for that again: without a lock. Written in one. */
  private volatile Found last = NOTHING;

  private static final class Found {

    private final WeakReference<ClassLoader> application;
    private final WeakReference<Running> running;

    Found(WeakReference<ClassLoader> application, WeakReference<Running> running) {
      this.application = application;
      this.running = running;
    }

    Running of(ClassLoader asked) {
      return application.refersTo(asked) ? running.get() : null;
    }
  }

  /** A lease on what runs, or on what will: the starter is called when it is first asked for. */
  Lease take(ClassLoader application, Supplier<Tracing> starter) {
    return new Share(share(application, starter));
  }

  /** A lease on what is started now. */
  Lease install(ClassLoader application, Supplier<Tracing> starter) {
    synchronized (byApplication) {
      if (running(application) != null) {
        throw new IllegalStateException("Clew already runs for " + application);
      }
      Lease lease = take(application, starter);
      lease.tracing();
      return lease;
    }
  }

  /** {@code null} where none runs, or where this very thread is about to start it. */
  Tracing find(ClassLoader application) {
    Running running = last.of(application);
    if (running == null) {
      running = look(application);
    }
    return running == null ? null : running.started();
  }

  private Running look(ClassLoader application) {
    synchronized (byApplication) {
      Running running = running(application);
      if (running != null) {
        last = new Found(new WeakReference<>(application), byApplication.get(application));
      }
      return running;
    }
  }

  private Running share(ClassLoader application, Supplier<Tracing> starter) {
    synchronized (byApplication) {
      Running running = running(application);
      if (running == null) {
        running = new Running(starter);
        byApplication.put(application, new WeakReference<>(running));
      }
      return running;
    }
  }

  private Running running(ClassLoader application) {
    WeakReference<Running> reference = byApplication.get(application);
    return reference == null ? null : reference.get();
  }

  private boolean remove(Running running) {
    Iterator<WeakReference<Running>> all = byApplication.values().iterator();
    while (all.hasNext()) {
      if (all.next().refersTo(running)) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  private static final class Running {

    private final Supplier<Tracing> starter;

    /** Leases that have been made use of. Guarded by {@link #byApplication}. */
    private int inUse;

    /** Guarded by this. */
    private boolean starting;

    private volatile Tracing tracing;

    Running(Supplier<Tracing> starter) {
      this.starter = starter;
    }

    Tracing started() {
      Tracing now = tracing;
      return now != null ? now : start();
    }

    /** What a start calls may ask for what is being started: it gets nothing then. */
    private synchronized Tracing start() {
      if (tracing == null && !starting) {
        starting = true;
        try {
          tracing = starter.get();
        } finally {
          starting = false;
        }
      }
      return tracing;
    }

    synchronized void stop() {
      if (tracing == null) {
        tracing = Tracing.INERT;
      } else {
        tracing.stop();
      }
    }
  }

  /**
   * Counts from its first use: one that a failed deployment has left behind, unused, keeps nothing
   * running for others.
   */
  private final class Share implements Lease {

    private final Running running;

    /** Guarded by {@link #byApplication}, as is the next. */
    private boolean used;

    private boolean closed;

    Share(Running running) {
      this.running = running;
    }

    @Override
    public Tracing tracing() {
      use();
      Tracing now = running.started();
      return now != null ? now : Tracing.INERT;
    }

    @Override
    public void close() {
      if (isLast()) {
        running.stop();
      }
    }

    private void use() {
      synchronized (byApplication) {
        if (!used && !closed) {
          used = true;
          running.inUse++;
        }
      }
    }

    private boolean isLast() {
      synchronized (byApplication) {
        if (closed) {
          return false;
        }
        closed = true;
        running.inUse -= used ? 1 : 0;
        if (running.inUse > 0) {
          return false;
        }
        last = NOTHING;
        return remove(running);
      }
    }
  }
}
