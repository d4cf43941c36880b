// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.encode;

import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.benchmarks.tracer.OpenTelemetrySource;
import dev.clew.benchmarks.tracer.SdkTracing;
import dev.clew.engine.ClewEncoding;

/** Makes encoders by name. */
public final class Encodings {

  private Encodings() {}

  /**
   * Makes one.
   *
   * @param name {@code clew} or {@code opentelemetry}
   */
  public static Encoding of(String name) {
    return switch (name) {
      case "clew" -> {
        try (OpenTelemetrySource source = new ClewTracing(1)) {
          yield new ClewEncoding(EightAttributes.spans(source));
        }
      }
      case "opentelemetry" -> {
        try (OpenTelemetrySource source = new SdkTracing(1)) {
          yield new SdkEncoding(EightAttributes.spans(source));
        }
      }
      default -> throw new IllegalArgumentException("no encoder is called " + name);
    };
  }
}
