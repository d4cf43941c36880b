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
  private final boolean tracesTransactions;
  private final Jta jta = new Jta();
  private final Forgotten forgotten = new Forgotten();

  ApplicationTracing(OpenTelemetry openTelemetry, Settings settings) {
    this.tracer = new DbTracer(openTelemetry, settings);
    this.tracesConnecting = settings.get(JdbcOptions.CONNECTIONS);
    this.tracesTransactions = settings.get(JdbcOptions.TRANSACTIONS);
  }

  DbTracer tracer() {
    return tracer;
  }

  /** Whether getting a connection gets a span. */
  boolean tracesConnecting() {
    return tracesConnecting;
  }

  /** Whether transactions get spans. */
  boolean tracesTransactions() {
    return tracesTransactions;
  }

  /** The container's transactions; {@code null} where it has none. */
  JtaTransactions containerTransactions() {
    return jta.find();
  }

  Forgotten forgotten() {
    return forgotten;
  }
}
