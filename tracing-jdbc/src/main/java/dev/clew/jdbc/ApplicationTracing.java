// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Settings;
import dev.clew.instrument.db.DbTracer;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;

/** What all DataSources of one application share. Thread-safe. */
final class ApplicationTracing {

  /** For where nothing is traced. */
  static final ApplicationTracing OFF =
      new ApplicationTracing(OpenTelemetry.noop(), Settings.of(Map.of()));

  private final DbTracer tracer;
  private final boolean tracesConnecting;
  private final Forgotten forgotten = new Forgotten();

  ApplicationTracing(OpenTelemetry openTelemetry, Settings settings) {
    this.tracer = new DbTracer(openTelemetry, settings);
    this.tracesConnecting = settings.get(JdbcOptions.CONNECTIONS);
  }

  DbTracer tracer() {
    return tracer;
  }

  /** Whether getting a connection gets a span. */
  boolean tracesConnecting() {
    return tracesConnecting;
  }

  Forgotten forgotten() {
    return forgotten;
  }
}
