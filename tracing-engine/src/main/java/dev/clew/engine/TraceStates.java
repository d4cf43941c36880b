// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.TraceState;

/** The text of a trace state as in the W3C header, which is what OTLP carries. */
final class TraceStates {

  private TraceStates() {}

  /**
   * Empty where there is nothing, where somebody's own trace state cannot be read, and where it is
   * known only once a trace has been decided on.
   */
  static String text(TraceState traceState) {
    try {
      return traceState.isEmpty() || traceState instanceof HeldTrace ? "" : joined(traceState);
    } catch (Throwable failed) {
      return "";
    }
  }

  private static String joined(TraceState traceState) {
    StringBuilder text = new StringBuilder();
    traceState.forEach(
        (key, value) -> {
          if (text.length() > 0) {
            text.append(',');
          }
          text.append(key).append('=').append(value);
        });
    return text.toString();
  }
}
