// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Which application runs which {@link Tracing}. Weak both ways, because where applications share
 * the library it outlives them: neither an application nor what belongs to it is kept from being
 * collected, even if somebody forgets to close a lease. Thread-safe; starts and stops outside its
 * lock, so that one application never waits for another.
 */
final class Registry {

  private final Map<ClassLoader, WeakReference<Running>> byApplication = new WeakHashMap<>();

  Lease take(ClassLoader application, Supplier<Tracing> starter) {
    Running running = share(application);
    running.startOnce(starter);
    return new Share(running);
  }

  Lease install(ClassLoader application, Tracing tracing) {
    synchronized (byApplication) {
      if (running(application) != null) {
        throw new IllegalStateException("Clew already runs for " + application);
      }
      return take(application, () -> tracing);
    }
  }

  /** {@code null} where none runs, or has not finished starting. */
  Tracing find(ClassLoader application) {
    synchronized (byApplication) {
      Running running = running(application);
      return running == null ? null : running.tracing;
    }
  }

  private Running share(ClassLoader application) {
    synchronized (byApplication) {
      Running running = running(application);
      if (running == null) {
        running = new Running();
        byApplication.put(application, new WeakReference<>(running));
      }
      running.leases++;
      return running;
    }
  }

  private Running running(ClassLoader application) {
    WeakReference<Running> reference = byApplication.get(application);
    return reference == null ? null : reference.get();
  }

  private void giveBack(Running running) {
    synchronized (byApplication) {
      if (--running.leases > 0) {
        return;
      }
      byApplication.values().removeIf(reference -> reference.refersTo(running));
    }
    running.tracing.stop();
  }

  private static final class Running {

    /** Guarded by {@link #byApplication}. */
    private int leases;

    private volatile Tracing tracing;

    synchronized void startOnce(Supplier<Tracing> starter) {
      if (tracing == null) {
        tracing = starter.get();
      }
    }
  }

  private final class Share implements Lease {

    private final Running running;
    private final AtomicBoolean closed = new AtomicBoolean();

    Share(Running running) {
      this.running = running;
    }

    @Override
    public Tracing tracing() {
      return running.tracing;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(running);
      }
    }
  }
}
