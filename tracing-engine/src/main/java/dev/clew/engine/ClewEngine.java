// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.SpanSink;
import dev.clew.engine.propagation.Propagators;
import dev.clew.engine.resource.Resources;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts the parts together. Owns no thread. Thread-safe. */
final class ClewEngine implements Engine {

  private final Recorder recorder;
  private final OpenTelemetry openTelemetry;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ClewEngine(Recorder recorder, OpenTelemetry openTelemetry) {
    this.recorder = recorder;
    this.openTelemetry = openTelemetry;
  }

  static Engine start(Settings settings, SpanSink sink, Clock clock) {
    if (settings.get(EngineOptions.DISABLED)) {
      return new DisabledEngine(OpenTelemetry.propagating(Propagators.from(settings)));
    }
    Faults faults = new Faults(settings.problems());
    return start(settings, sink, clock, SamplerChoice.from(settings, clock, faults), faults);
  }

  static ClewEngine start(
      Settings settings, SpanSink sink, Clock clock, Sampler sampler, Faults faults) {
    byte[] resource = Prefixes.resource(Resources.from(settings), Resources.SCHEMA_URL);
    Sampling sampling = new Sampling(sampler, faults);
    Outlet outlet = new Outlet(sink, resource, sampling, faults);
    Recorder recorder = new Recorder(Limits.from(settings), clock, sampling, outlet, faults);
    return new ClewEngine(
        recorder,
        new ClewOpenTelemetry(
            new ClewTracerProvider(recorder), Propagators.from(settings, PassiveSpan::remote)));
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      recorder.outlet().close();
      recorder.sampling().close();
    }
  }

  private static final class DisabledEngine implements Engine {
    private final OpenTelemetry openTelemetry;

    DisabledEngine(OpenTelemetry openTelemetry) {
      this.openTelemetry = openTelemetry;
    }

    @Override
    public OpenTelemetry openTelemetry() {
      return openTelemetry;
    }

    @Override
    public void close() {}
  }
}
