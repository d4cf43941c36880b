// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

/** Who the tracers are. */
final class Glossary {

  private Glossary() {}

  static String of(String tracer) {
    return switch (tracer) {
      case "none" -> "nobody traces; for spans made by hand, OpenTelemetry's API without an SDK";
      case "limit" -> "a lower bound written by hand; it does not encode, and nobody could use it";
      case "interceptor" -> "an interceptor that does nothing";
      case "clew" -> "Clew: what has ended is encoded, and in the journal";
      case "clew-mapped" -> "the same with its journal in a mapped file (clew.journal.dir)";
      case "opentelemetry" ->
          "OpenTelemetry's SDK with the BatchSpanProcessor at its defaults, which drops what its"
              + " queue cannot take, and an exporter that encodes nothing; or its instrumentation";
      case "opentelemetry-large" ->
          "the same with a queue that drops nothing; where spans are exported, its OTLP/HTTP"
              + " exporter with a queue and batches that deliver most";
      case "brave" -> "Brave with a handler that encodes nothing, or its instrumentation";
      case "xray" -> "the AWS X-Ray SDK with its faster ids and an emitter that encodes nothing";
      case "smallrye" -> "SmallRye OpenTelemetry (MicroProfile Telemetry) on OpenTelemetry's SDK";
      case "p6spy" -> "p6spy with a listener that does nothing: it traces nothing";
      case "datasource-proxy" -> "datasource-proxy with a listener that does nothing: the same";
      default -> throw new IllegalArgumentException("nobody is called " + tracer);
    };
  }
}
