// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Who traces, and how many of the requests are recorded. */
enum Variant {
  UNTRACED("untraced", Tracer.NONE, "0"),
  CLEW_0("Clew, 0 %", Tracer.CLEW, "0"),
  CLEW_1("Clew, 1 %", Tracer.CLEW, "0.01"),
  CLEW_10("Clew, 10 %", Tracer.CLEW, "0.1"),
  CLEW_100("Clew, 100 %", Tracer.CLEW, "1"),
  AGENT_1("OpenTelemetry agent, 1 %", Tracer.AGENT, "0.01"),
  AGENT_100("OpenTelemetry agent, 100 %", Tracer.AGENT, "1");

  private enum Tracer {
    NONE,
    CLEW,
    AGENT
  }

  private final String label;
  private final Tracer tracer;
  private final String rate;

  Variant(String label, Tracer tracer, String rate) {
    this.label = label;
    this.tracer = tracer;
    this.rate = rate;
  }

  /** For people. */
  String label() {
    return label;
  }

  /** Letters and digits: the name of its directory. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  boolean hasDropIn() {
    return tracer == Tracer.CLEW;
  }

  boolean needsAgent() {
    return tracer == Tracer.AGENT;
  }

  /** The same heap for everybody, of a fixed size, so that growing it costs nobody anything. */
  List<String> javaOptions(Path agent) {
    Stream<String> all = Stream.of("-Xms512m", "-Xmx512m");
    return (needsAgent() ? Stream.concat(all, Stream.of("-javaagent:" + agent)) : all).toList();
  }

  /** Traces only, and sent to where they are counted. */
  Map<String, String> environment(String endpoint) {
    return tracer == Tracer.NONE
        ? Map.of()
        : Map.of(
            "OTEL_SERVICE_NAME",
            id(),
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            endpoint,
            "OTEL_TRACES_SAMPLER",
            "parentbased_traceidratio",
            "OTEL_TRACES_SAMPLER_ARG",
            rate,
            "OTEL_METRICS_EXPORTER",
            "none",
            "OTEL_LOGS_EXPORTER",
            "none");
  }
}
