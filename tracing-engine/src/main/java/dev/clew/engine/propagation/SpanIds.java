// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/**
 * A span's ids as numbers, neither of them zero. The span context of an engine that has them so can
 * implement this, and is then injected without the text of ids.
 */
public interface SpanIds {

  /** The first 64 bits of the trace id. */
  long traceIdHigh();

  /** The last 64 bits of the trace id. */
  long traceIdLow();

  /** The span id. */
  long spanId();
}
