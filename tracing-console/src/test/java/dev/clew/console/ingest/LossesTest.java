// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LossesTest {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Losses losses = new Losses(registry);

  @Test
  void keepsTheTotalOfEachInstance() {
    losses.told("orders", "a", 5);
    losses.told("orders", "b", 7);
    losses.told("orders", "a", 9);
    // Overtaken on its way.
    losses.told("orders", "a", 8);

    assertThat(losses.known())
        .containsExactly(new Loss("orders", "a", 9), new Loss("orders", "b", 7));
    assertThat(counted()).isEqualTo(Map.of("orders", 16.0));
  }

  @Test
  void forgetsInstancesThatWereNotHeardOfForLong() {
    losses.told("first", "", 1);
    for (int i = 0; i < Losses.MOST_INSTANCES; i++) {
      losses.told("orders", "instance " + i, 2);
    }

    assertThat(losses.known()).hasSize(Losses.MOST_INSTANCES);
    assertThat(losses.known()).noneMatch(loss -> loss.service().equals("first"));
  }

  @Test
  void metricsHaveSoManyServicesAndNoMore() {
    for (int i = 0; i < Losses.MOST_SERVICES + 50; i++) {
      losses.told("service " + i, "", 1);
    }

    assertThat(counted()).hasSize(Losses.MOST_SERVICES + 1).containsEntry(Losses.OTHERS, 50.0);
  }

  private Map<String, Double> counted() {
    CounterSnapshot counter = (CounterSnapshot) registry.scrape().iterator().next();
    return counter.getDataPoints().stream()
        .collect(
            Collectors.toMap(
                point -> point.getLabels().get("service"),
                CounterSnapshot.CounterDataPointSnapshot::getValue));
  }
}
