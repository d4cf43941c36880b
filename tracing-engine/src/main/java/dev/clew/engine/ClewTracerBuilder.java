// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;

/** Asks for a tracer, on one thread. */
final class ClewTracerBuilder implements TracerBuilder {

  private final ClewTracerProvider provider;
  private final String name;
  private String version;
  private String schemaUrl;

  ClewTracerBuilder(ClewTracerProvider provider, String name) {
    this.provider = provider;
    this.name = name;
  }

  @Override
  public TracerBuilder setSchemaUrl(String url) {
    schemaUrl = url;
    return this;
  }

  @Override
  public TracerBuilder setInstrumentationVersion(String instrumentationVersion) {
    version = instrumentationVersion;
    return this;
  }

  @Override
  public Tracer build() {
    return provider.tracer(Scope.of(name, version, schemaUrl));
  }
}
