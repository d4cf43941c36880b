// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

/**
 * A tracer that says by which attributes it samples, so that an adapter need not find out before a
 * span starts what nobody asks for then. Adapters must do with tracers that are none. Thread-safe;
 * nothing here throws.
 */
public interface SamplingTracer {

  /** Whether the attribute may decide, if it is set before the span starts. */
  boolean samplesBy(String attribute);
}
