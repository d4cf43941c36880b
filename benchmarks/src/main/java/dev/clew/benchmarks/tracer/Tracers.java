// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import java.util.List;

/** Makes tracers by the name that benchmarks have as a parameter. */
public final class Tracers {

  /** All there are; {@code none} is OpenTelemetry's API without anybody behind it. */
  public static final List<String> NAMES =
      List.of(
          "none",
          "limit",
          "clew",
          "clew-mapped",
          "opentelemetry",
          "opentelemetry-large",
          "brave",
          "xray");

  private Tracers() {}

  /**
   * Starts one.
   *
   * @param name one of {@link #NAMES}
   * @param rate how many of the traces are recorded, from 0 to 1
   */
  public static TestedTracer start(String name, double rate) {
    return switch (name) {
      case "none" -> OpenTelemetryTracer.of(new NoTracing());
      case "limit" -> new LimitTracer(rate);
      case "clew" -> OpenTelemetryTracer.of(new ClewTracing(rate));
      case "clew-mapped" -> OpenTelemetryTracer.of(ClewTracing.mapped(rate));
      case "opentelemetry" -> OpenTelemetryTracer.of(new SdkTracing(rate));
      case "opentelemetry-large" -> OpenTelemetryTracer.of(SdkTracing.withLargeQueue(rate));
      case "brave" -> new BraveTracer(rate);
      case "xray" -> new XRayTracer(rate);
      default -> throw new IllegalArgumentException("no tracer is called " + name);
    };
  }

  /**
   * Starts one that sends to a receiver on this machine, and records every trace.
   *
   * @param name {@code none}, {@code clew}, {@code clew-mapped} or {@code opentelemetry-large}
   */
  public static OpenTelemetrySource sending(String name, int port) {
    return switch (name) {
      case "none" -> new NoTracing();
      case "clew" -> ClewTracing.sending(port);
      case "clew-mapped" -> ClewTracing.mappedSending(port);
      case "opentelemetry-large" -> SdkTracing.sending(port);
      default -> throw new IllegalArgumentException("no exporter is called " + name);
    };
  }
}
