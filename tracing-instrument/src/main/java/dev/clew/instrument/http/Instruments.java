// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** The two things needed of an {@link OpenTelemetry}; where it fails, ones that do nothing. */
record Instruments(Tracer tracer, TextMapPropagator propagator) {

  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

  static Instruments of(OpenTelemetry openTelemetry, String scope) {
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
