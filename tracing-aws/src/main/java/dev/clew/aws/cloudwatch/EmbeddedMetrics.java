// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes samples in CloudWatch's <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>: an event has those of one minute, operation and status, as many as it may.
 *
 * @param namespace of metrics of spans
 * @param group the log group for the agent; empty for that of the service
 */
record EmbeddedMetrics(String namespace, String group) {

  /** Values of a metric that CloudWatch takes out of an event. */
  private static final int MAX_VALUES = 100;

  private static final List<List<String>> BY_SERVICE = List.of(List.of(Metrics.SERVICE));
  private static final List<List<String>> BY_OPERATION =
      List.of(List.of(Metrics.SERVICE), List.of(Metrics.SERVICE, Metrics.OPERATION));
  private static final List<List<String>> BY_STATUS =
      List.of(
          List.of(Metrics.SERVICE),
          List.of(Metrics.SERVICE, Metrics.OPERATION),
          List.of(Metrics.SERVICE, Metrics.OPERATION, Metrics.STATUS));

  private static final String COUNT = "Count";

  /** Durations keep a microsecond. */
  private static final double DIGITS = 1_000;

  /** Events, each a line of UTF-8. */
  List<byte[]> lines(Samples samples) {
    List<byte[]> lines = new ArrayList<>();
    for (List<Sample> alike : alike(samples.all())) {
      for (int start = 0; start < alike.size(); start += MAX_VALUES) {
        List<Sample> some = alike.subList(start, Math.min(alike.size(), start + MAX_VALUES));
        String line = JsonText.text(event(samples.service(), some)) + '\n';
        lines.add(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return lines;
  }

  private static Collection<List<Sample>> alike(List<Sample> samples) {
    Map<Object, List<Sample>> alike = new LinkedHashMap<>();
    for (Sample sample : samples) {
      Object key = List.of(sample.minute(), sample.operation(), sample.status());
      alike.computeIfAbsent(key, none -> new ArrayList<>()).add(sample);
    }
    return alike.values();
  }

  private Map<String, Object> event(String service, List<Sample> alike) {
    Sample first = alike.get(0);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("_aws", metadata(service, first.minute()));
    event.put(Metrics.SERVICE, service);
    event.put(Metrics.OPERATION, first.operation());
    event.put(Metrics.STATUS, first.status().toString());
    event.put(Metrics.REQUESTS, values(alike, sample -> 1));
    event.put(Metrics.ERRORS, values(alike, sample -> count(sample.isError())));
    event.put(Metrics.FAULTS, values(alike, sample -> count(sample.isFault())));
    event.put(
        Metrics.DURATION, values(alike, sample -> Math.round(sample.millis() * DIGITS) / DIGITS));
    event.put(Metrics.SLOW_TRACES, values(alike, sample -> count(sample.slow())));
    event.put(Metrics.ERROR_TRACES, values(alike, sample -> count(sample.isBad())));
    event.put(Metrics.MANY_SERVICES, values(alike, sample -> count(sample.manyServices())));
    return event;
  }

  private static int count(boolean holds) {
    return holds ? 1 : 0;
  }

  /** Counts without a fraction: logs are paid for by the byte. */
  private static List<Number> values(List<Sample> samples, Function<Sample, Number> value) {
    return samples.stream().map(value).toList();
  }

  private Map<String, Object> metadata(String service, long minute) {
    return Map.of(
        "Timestamp",
        TimeUnit.MINUTES.toMillis(minute),
        "LogGroupName",
        group.isEmpty() ? service + "-metrics" : group,
        "CloudWatchMetrics",
        List.of(
            directive(
                namespace,
                BY_STATUS,
                List.of(
                    Map.of("Name", Metrics.REQUESTS, "Unit", COUNT),
                    Map.of("Name", Metrics.DURATION, "Unit", "Milliseconds"))),
            directive(namespace, BY_OPERATION, counts(Metrics.ERRORS, Metrics.FAULTS)),
            directive(
                Metrics.insights(namespace),
                BY_SERVICE,
                counts(Metrics.SLOW_TRACES, Metrics.ERROR_TRACES, Metrics.MANY_SERVICES))));
  }

  private static Map<String, Object> directive(
      String namespace, List<List<String>> dimensions, List<Map<String, String>> metrics) {
    return Map.of("Namespace", namespace, "Dimensions", dimensions, "Metrics", metrics);
  }

  private static List<Map<String, String>> counts(String... metrics) {
    return Stream.of(metrics).map(metric -> Map.of("Name", metric, "Unit", COUNT)).toList();
  }
}
