// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;

/** The engine, collector and settings of one test. */
final class TestTracing {

  private final Settings settings;
  private final List<String> problems;
  private final SpanCollector collector;
  private final Duration limit;
  private final Engine engine;
  private final OpenTelemetry openTelemetry;
  private final Lease lease;

  private TestTracing(
      OpenTelemetry given, Map<String, String> values, OtlpChecks checks, Duration limit) {
    this.limit = limit;
    this.problems = new CopyOnWriteArrayList<>();
    this.settings = Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
    this.collector = new SpanCollector(checks, limit);
    this.engine = given == null ? provider().start(settings, collector) : null;
    this.openTelemetry = given == null ? engine.openTelemetry() : given;
    this.lease =
        Tracing.install(Thread.currentThread().getContextClassLoader(), openTelemetry, settings);
  }

  static TestTracing start(Map<String, String> values, OtlpChecks checks, Duration limit) {
    return new TestTracing(null, values, checks, limit);
  }

  static TestTracing with(
      OpenTelemetry given, Map<String, String> values, OtlpChecks checks, Duration limit) {
    return new TestTracing(given, values, checks, limit);
  }

  private static EngineProvider provider() {
    return ServiceLoader.load(EngineProvider.class)
        .findFirst()
        .or(
            () ->
                ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("there is no engine on the class path"));
  }

  Settings settings() {
    return settings;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  SpanCollector collector() {
    return collector;
  }

  OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  /** Stops all, then fails if anything was wrong. */
  void stop() {
    List<String> verdict = collector.verdict();
    verdict.addAll(OpenScopes.verdict(limit));
    if (Context.current() != Context.root()) {
      // Not closed on purpose: what the test leaked cannot be, and must not reach the next test.
      Context.root().makeCurrent();
      OpenScopes.forget();
    }
    lease.close();
    if (engine != null) {
      engine.close();
    }
    if (!verdict.isEmpty()) {
      throw new AssertionError(
          String.join("\n", verdict) + "\nAll finished spans:\n" + collector.tree());
    }
  }
}
