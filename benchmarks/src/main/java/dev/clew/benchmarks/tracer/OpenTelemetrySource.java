// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import io.opentelemetry.api.OpenTelemetry;

/** Somebody's implementation of the OpenTelemetry API, running. */
public interface OpenTelemetrySource extends AutoCloseable {

  /** The same every time. */
  OpenTelemetry openTelemetry();

  /** Waits until what has ended is sent, as long as an application would. */
  void flush();

  /** How many spans have been handed to whoever sends them, after a flush. */
  long delivered();

  @Override
  void close();
}
