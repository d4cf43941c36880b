// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one tracer for each instrumentation scope. Thread-safe.
 *
 * <p>Scopes are meant to be a few libraries; where an application makes up ever new names, those
 * beyond {@link #MAX_SCOPES} share a tracer, since nothing may grow without bound.
 */
final class ClewTracerProvider implements TracerProvider {

  static final int MAX_SCOPES = 1000;
  private static final Scope SHARED = Scope.of("dev.clew.engine.scopes-beyond-limit", null, null);

  private final Recorder recorder;
  private final ConcurrentMap<Scope, ClewTracer> tracers = new ConcurrentHashMap<>();

  ClewTracerProvider(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Tracer get(String name) {
    return tracer(Scope.of(name, null, null));
  }

  @Override
  public Tracer get(String name, String version) {
    return tracer(Scope.of(name, version, null));
  }

  @Override
  public TracerBuilder tracerBuilder(String name) {
    return new ClewTracerBuilder(this, name);
  }

  Tracer tracer(Scope scope) {
    Tracer known = tracers.get(scope);
    if (known != null) {
      return known;
    }
    if (tracers.size() < MAX_SCOPES) {
      return tracers.computeIfAbsent(scope, this::create);
    }
    recorder
        .faults()
        .report(
            "CLEW-0104",
            "More than " + MAX_SCOPES + " instrumentation scopes; further ones share a tracer",
            new IllegalStateException(scope.name()));
    return tracers.computeIfAbsent(SHARED, this::create);
  }

  private ClewTracer create(Scope scope) {
    return new ClewTracer(recorder, recorder.outlet().scope(Prefixes.scope(scope)));
  }

  @Override
  public String toString() {
    return "ClewTracerProvider{" + tracers.size() + " scopes}";
  }
}
