// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

/** Makes tracers by the name that benchmarks have as a parameter. */
public final class Tracers {

  private Tracers() {}

  /**
   * Starts one.
   *
   * @param name {@code limit}, {@code clew}, {@code opentelemetry} or {@code brave}
   * @param rate how many of the traces are recorded, from 0 to 1
   */
  public static TestedTracer start(String name, double rate) {
    return switch (name) {
      case "limit" -> new LimitTracer(rate);
      case "clew" -> OpenTelemetryTracer.of(new ClewTracing(rate));
      case "opentelemetry" -> OpenTelemetryTracer.of(new SdkTracing(rate));
      case "brave" -> new BraveTracer(rate);
      default -> throw new IllegalArgumentException("no tracer is called " + name);
    };
  }
}
