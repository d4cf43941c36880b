// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How applications are traced, one for each, so that all DataSources of an application share what
 * is known of its statements. Keeps no application alive. Thread-safe; nothing here throws.
 */
final class Tracers {

  /** Guarded by itself. */
  private static final Map<Tracing, ApplicationTracing> BY_APPLICATION = new WeakHashMap<>();

  /** Most often there is just one application. */
  private static volatile Found last = new Found(new WeakReference<>(null), null);

  private static final class Found {

    private final WeakReference<Tracing> tracing;
    private final WeakReference<ApplicationTracing> tracer;

    Found(WeakReference<Tracing> tracing, WeakReference<ApplicationTracing> tracer) {
      this.tracing = tracing;
      this.tracer = tracer;
    }
  }

  private Tracers() {}

  /** That of the application that is calling; one that does nothing where tracing is off. */
  static ApplicationTracing current() {
    try {
      Tracing tracing = Tracing.current();
      Found found = last;
      ApplicationTracing tracer = found.tracing.refersTo(tracing) ? found.tracer.get() : null;
      return tracer != null ? tracer : find(tracing);
    } catch (Throwable failure) {
      Guard.failed("find the tracer of an application", failure);
      return ApplicationTracing.OFF;
    }
  }

  /**
   * Whether the application that is calling traces transactions, or, as a pool may be filled before
   * any is there, the server's settings say that some may; throws nothing.
   */
  static boolean mayTraceTransactions() {
    return current().tracesTransactions()
        || Guard.call(
            "read the server's settings",
            () -> Settings.ofSystem().get(JdbcOptions.TRANSACTIONS),
            false);
  }

  private static ApplicationTracing find(Tracing tracing) {
    ApplicationTracing tracer;
    synchronized (BY_APPLICATION) {
      tracer = BY_APPLICATION.computeIfAbsent(tracing, Tracers::tracer);
    }
    last = new Found(new WeakReference<>(tracing), new WeakReference<>(tracer));
    return tracer;
  }

  private static ApplicationTracing tracer(Tracing tracing) {
    if (!tracing.settings().get(JdbcOptions.ENABLED)) {
      return ApplicationTracing.OFF;
    }
    var found = new ApplicationTracing(tracing.openTelemetry(), tracing.settings());
    tracing.beforeStop(found.forgotten()::stop);
    return found;
  }
}
