// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.db.DbTracer;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The tracers of applications, one for each, so that all DataSources of an application share what
 * is known of its statements. Keeps no application alive. Thread-safe; nothing here throws.
 */
final class Tracers {

  private static final DbTracer OFF = new DbTracer(OpenTelemetry.noop(), Settings.of(Map.of()));

  /** Guarded by itself. */
  private static final Map<Tracing, DbTracer> BY_APPLICATION = new WeakHashMap<>();

  /** Most often there is just one application. */
  private static volatile Found last = new Found(new WeakReference<>(null), null);

  private record Found(WeakReference<Tracing> tracing, WeakReference<DbTracer> tracer) {}

  private Tracers() {}

  /** That of the application that is calling; one that does nothing where tracing is off. */
  static DbTracer current() {
    try {
      Tracing tracing = Tracing.current();
      Found found = last;
      DbTracer tracer = found.tracing.refersTo(tracing) ? found.tracer.get() : null;
      return tracer != null ? tracer : find(tracing);
    } catch (Throwable failure) {
      Guard.failed("find the tracer of an application", failure);
      return OFF;
    }
  }

  private static DbTracer find(Tracing tracing) {
    DbTracer tracer;
    synchronized (BY_APPLICATION) {
      tracer = BY_APPLICATION.computeIfAbsent(tracing, Tracers::tracer);
    }
    last = new Found(new WeakReference<>(tracing), new WeakReference<>(tracer));
    return tracer;
  }

  private static DbTracer tracer(Tracing tracing) {
    return tracing.settings().get(JdbcOptions.ENABLED)
        ? new DbTracer(tracing.openTelemetry(), tracing.settings())
        : OFF;
  }
}
