// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that writes into a {@link CollectingSink}, by a clock that stands still. */
final class TestEngine implements AutoCloseable {

  final CollectingSink sink;
  final ManualClock clock = new ManualClock();
  final List<String> problems = new CopyOnWriteArrayList<>();
  final Engine engine;

  TestEngine(Map<String, String> settings) {
    this(settings, new CollectingSink());
  }

  TestEngine(Map<String, String> settings, CollectingSink sink) {
    this.sink = sink;
    this.engine = ClewEngine.start(settings(settings), sink, clock);
  }

  TestEngine(Sampler sampler) {
    this.sink = new CollectingSink();
    Settings none = settings(Map.of());
    this.engine = ClewEngine.start(none, sink, clock, sampler, new Faults(none.problems()));
  }

  private Settings settings(Map<String, String> values) {
    return Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
  }

  OpenTelemetry openTelemetry() {
    return engine.openTelemetry();
  }

  Tracer tracer() {
    return openTelemetry().getTracer("test");
  }

  Span span(String name) {
    return tracer().spanBuilder(name).startSpan();
  }

  @Override
  public void close() {
    engine.close();
  }
}
