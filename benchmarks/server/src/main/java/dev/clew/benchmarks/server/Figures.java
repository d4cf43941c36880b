// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** All that was measured of one variant. For one thread. */
final class Figures {

  /** Seconds from the start of the process to the first answer; one a start. */
  final Sample startUp = new Sample();

  /** Microseconds of processor time a request, at full speed; one a round. */
  final Sample processor = new Sample();

  /** The same at the fixed rate, where there are too few requests for a steady figure. */
  final Sample processorAtRate = new Sample();

  /** Requests a second at full speed; one a round. */
  final Sample throughput = new Sample();

  /** All requests, those to warm up included. */
  long requests;

  /** All spans that the receiver has got. */
  long spans;

  /** Megabytes of the process in memory, at the end. */
  final Sample memory = new Sample();

  /** Nanoseconds that requests took at the fixed rate, of all rounds. */
  private final Histogram latencies = new Histogram(3);

  void addLatencies(Histogram more) {
    latencies.add(more);
  }

  /** In microseconds. */
  double latency(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e3;
  }

  /** For the file. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("startUpSeconds", startUp.values());
    map.put("processorMicrosPerRequest", processor.values());
    map.put("processorMicrosPerRequestAtRate", processorAtRate.values());
    map.put("requestsPerSecond", throughput.values());
    map.put("requests", requests);
    map.put("spansReceived", spans);
    map.put("residentMegabytes", memory.values());
    map.put(
        "latencyMicros",
        List.of(50.0, 90.0, 99.0, 99.9).stream()
            .collect(
                LinkedHashMap::new,
                (all, percentile) -> all.put("p" + percentile, latency(percentile)),
                Map::putAll));
    return map;
  }
}
