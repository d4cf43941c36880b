// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.Map;

/** Clew as an application starts it: engine, journal and a sender, which here only counts. */
public final class ClewTracing implements OpenTelemetrySource {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Lease lease;

  /** Starts it for this class loader. */
  public ClewTracing(double rate) {
    this(settings(rate));
  }

  private ClewTracing(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    this.lease =
        Tracing.start(new Startup(ClewTracing.class.getClassLoader(), "benchmark", () -> null));
    lease.tracing();
  }

  /** Starts it with all but the receiver's address at its defaults. */
  static ClewTracing sending(int port) {
    return new ClewTracing(
        Map.of("clew.engine", "own", "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port));
  }

  /** For those whose extension starts it by itself. */
  public static Map<String, String> settings(double rate) {
    return Map.of(
        "clew.engine",
        "own",
        "otel.traces.exporter",
        CountingSenderProvider.NAME,
        "otel.traces.sampler",
        "parentbased_traceidratio",
        "otel.traces.sampler.arg",
        Double.toString(rate));
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return lease.tracing().openTelemetry();
  }

  @Override
  public void flush() {
    lease.tracing().flush(PATIENCE);
  }

  @Override
  public long delivered() {
    flush();
    return lease.tracing().counts().get(CountingSenderProvider.NAME + ".sent");
  }

  @Override
  public void close() {
    lease.close();
  }
}
