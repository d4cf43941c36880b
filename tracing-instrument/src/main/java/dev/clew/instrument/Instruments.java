// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * The two things that a handler needs of an {@link OpenTelemetry}; where it fails, ones that do
 * nothing. Immutable.
 */
public record Instruments(Tracer tracer, TextMapPropagator propagator) {

  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

  /**
   * Asks for them; never throws.
   *
   * @param scope the name of the instrumentation scope, as in {@code dev.clew.http.client}
   */
  public static Instruments of(OpenTelemetry openTelemetry, String scope) {
    return new Instruments(
        Guard.call("get a tracer", () -> tracer(openTelemetry, scope), noTracer(scope)),
        Guard.call(
            "get a propagator",
            () -> openTelemetry.getPropagators().getTextMapPropagator(),
            TextMapPropagator.noop()));
  }

  private static Tracer tracer(OpenTelemetry openTelemetry, String scope) {
    String version = Instruments.class.getPackage().getImplementationVersion();
    var builder = openTelemetry.tracerBuilder(scope).setSchemaUrl(SCHEMA_URL);
    return (version == null ? builder : builder.setInstrumentationVersion(version)).build();
  }

  private static Tracer noTracer(String scope) {
    return OpenTelemetry.noop().getTracer(scope);
  }
}
