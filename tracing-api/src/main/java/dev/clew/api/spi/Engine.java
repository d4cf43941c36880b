// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import io.opentelemetry.api.OpenTelemetry;

/** A running engine: the OpenTelemetry API, recording into a {@link SpanSink}. Thread-safe. */
public interface Engine extends AutoCloseable {

  /** What applications and instrumentation use; the same instance every time. */
  OpenTelemetry openTelemetry();

  /** From here on nothing is recorded; spans that were started can still be ended, to no effect. */
  @Override
  void close();
}
