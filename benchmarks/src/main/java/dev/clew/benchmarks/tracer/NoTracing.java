// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import io.opentelemetry.api.OpenTelemetry;

/** OpenTelemetry's API without anybody behind it: what code pays that is instrumented by hand. */
final class NoTracing implements OpenTelemetrySource {

  @Override
  public OpenTelemetry openTelemetry() {
    return OpenTelemetry.noop();
  }

  @Override
  public void flush() {}

  @Override
  public long delivered() {
    return 0;
  }

  @Override
  public void close() {}
}
