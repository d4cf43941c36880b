// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** How often each value of each metric was there, in one batch. For one thread. */
final class Measures {

  private static final int MAX_VALUES = 150;

  private final Map<Key, Map<Double, Integer>> values = new LinkedHashMap<>();

  private record Key(String metric, StandardUnit unit, Dimensions dimensions) {}

  /** By service, by service and operation, and by these and status. */
  static Measures ofSpans(Samples samples) {
    Measures into = new Measures();
    for (Sample sample : samples.all()) {
      Dimensions byService = service(samples, sample);
      Dimensions byOperation = byService.and(Metrics.OPERATION, sample.operation());
      Dimensions byStatus = byOperation.and(Metrics.STATUS, sample.status().toString());
      for (Dimensions by : List.of(byService, byOperation)) {
        into.count(Metrics.ERRORS, by, sample.isError());
        into.count(Metrics.FAULTS, by, sample.isFault());
      }
      for (Dimensions by : List.of(byService, byOperation, byStatus)) {
        into.count(Metrics.REQUESTS, by, true);
        into.duration(Metrics.DURATION, by, sample.millis());
      }
    }
    return into;
  }

  /** By service. */
  static Measures ofInsights(Samples samples) {
    Measures into = new Measures();
    for (Sample sample : samples.all()) {
      Dimensions by = service(samples, sample);
      into.count(Metrics.SLOW_TRACES, by, sample.slow());
      into.count(Metrics.ERROR_TRACES, by, sample.isBad());
      into.count(Metrics.MANY_SERVICES, by, sample.manyServices());
    }
    return into;
  }

  private static Dimensions service(Samples samples, Sample sample) {
    return Dimensions.of(sample.minute()).and(Metrics.SERVICE, samples.service());
  }

  /** Adds one where it holds, else nothing: so the sum counts, and the average is the share. */
  private void count(String metric, Dimensions dimensions, boolean holds) {
    add(new Key(metric, StandardUnit.COUNT, dimensions), holds ? 1 : 0);
  }

  /** Two digits are enough for quantiles, and let most values fall together. */
  private void duration(String metric, Dimensions dimensions, double millis) {
    add(new Key(metric, StandardUnit.MILLISECONDS, dimensions), rounded(millis));
  }

  private void add(Key key, double value) {
    values.computeIfAbsent(key, unknown -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
  }

  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double step = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    return Math.round(value / step) * step;
  }

  /** What is to be sent; of what has more values than fit, several. */
  List<MetricDatum> data() {
    List<MetricDatum> data = new ArrayList<>();
    values.forEach(
        (key, counted) -> {
          List<Double> all = new ArrayList<>(counted.keySet());
          for (int start = 0; start < all.size(); start += MAX_VALUES) {
            List<Double> some = all.subList(start, Math.min(all.size(), start + MAX_VALUES));
            data.add(datum(key, some, counted));
          }
        });
    return data;
  }

  private static MetricDatum datum(Key key, List<Double> some, Map<Double, Integer> counted) {
    return MetricDatum.builder()
        .metricName(key.metric)
        .unit(key.unit)
        .dimensions(key.dimensions.all())
        .timestamp(key.dimensions.time())
        .values(some)
        .counts(some.stream().map(value -> (double) counted.get(value)).toList())
        .build();
  }
}
