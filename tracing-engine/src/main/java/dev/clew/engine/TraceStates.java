// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.TraceState;

/** The text of a trace state as in the W3C header, which is what OTLP carries. */
final class TraceStates {

  private TraceStates() {}

  static String text(TraceState traceState) {
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
