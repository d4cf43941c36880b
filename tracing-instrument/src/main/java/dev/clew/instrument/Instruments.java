// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * The two things that a handler needs of an {@link OpenTelemetry}; where it fails, ones that do
 * nothing. Immutable.
 */
public final class Instruments {

  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private Instruments(Tracer tracer, TextMapPropagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /**
   * Asks for them; never throws.
   *
   * @param scope the name of the instrumentation scope, as in {@code dev.clew.http.client}
   */
  public static Instruments of(OpenTelemetry openTelemetry, String scope) {
    return new Instruments(tracer(openTelemetry, scope), propagator(openTelemetry));
  }

  /** What starts spans. */
  public Tracer tracer() {
    return tracer;
  }

  /** What carries contexts to others. */
  public TextMapPropagator propagator() {
    return propagator;
  }

  private static Tracer tracer(OpenTelemetry openTelemetry, String scope) {
    String version = Instruments.class.getPackage().getImplementationVersion();
    try {
      var builder = openTelemetry.tracerBuilder(scope).setSchemaUrl(SCHEMA_URL);
      return (version == null ? builder : builder.setInstrumentationVersion(version)).build();
    } catch (Throwable failure) {
      Guard.failed("get a tracer", failure);
      return OpenTelemetry.noop().getTracer(scope);
    }
  }

  private static TextMapPropagator propagator(OpenTelemetry openTelemetry) {
    try {
      return openTelemetry.getPropagators().getTextMapPropagator();
    } catch (Throwable failure) {
      Guard.failed("get a propagator", failure);
      return TextMapPropagator.noop();
    }
  }
}
