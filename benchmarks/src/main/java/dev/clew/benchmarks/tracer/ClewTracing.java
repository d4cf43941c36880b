// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Clew as an application starts it: engine, journal and a sender, which here only counts. */
public final class ClewTracing implements OpenTelemetrySource {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String JOURNAL = "clew.journal.dir";

  private final Lease lease;

  /** {@code null} for a journal in memory. */
  private final JournalDirectory directory;

  /** Starts it for this class loader. */
  public ClewTracing(double rate) {
    this(settings(rate), null);
  }

  private ClewTracing(Map<String, String> settings, JournalDirectory directory) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(JOURNAL, directory == null ? "" : directory.path().toString());
    all.forEach(System::setProperty);
    this.directory = directory;
    this.lease =
        Tracing.start(new Startup(ClewTracing.class.getClassLoader(), "benchmark", () -> null));
    lease.tracing();
  }

  /** Starts it with its journal in a mapped file. */
  static ClewTracing mapped(double rate) {
    return new ClewTracing(settings(rate), JournalDirectory.create()).inFile();
  }

  /** Starts it with all but the receiver's address at its defaults. */
  static ClewTracing sending(int port) {
    return new ClewTracing(sendingTo(port), null);
  }

  /** The same with its journal in a mapped file. */
  static ClewTracing mappedSending(int port) {
    return new ClewTracing(sendingTo(port), JournalDirectory.create()).inFile();
  }

  /**
   * It would go on in memory where there is no file to be had, and be measured as what it is not.
   */
  private ClewTracing inFile() {
    if (lease.tracing().counts().keySet().stream().noneMatch(name -> name.endsWith(".kept"))) {
      close();
      throw new IllegalStateException("no journal can be had in " + directory.path());
    }
    return this;
  }

  private static Map<String, String> sendingTo(int port) {
    return Map.of("clew.engine", "own", "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port);
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
    if (directory != null) {
      directory.delete();
    }
  }
}
