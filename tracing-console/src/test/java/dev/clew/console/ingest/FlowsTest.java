// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowsTest {

  private static final long SECOND = 1_000_000_000;

  private long now = -5 * SECOND;
  private final Flows flows = new Flows(() -> now);

  @Test
  void nobodyHasSentAtFirst() {
    assertThat(flows.now()).isEmpty();
  }

  @Test
  void countsFromTheStartAtFirst() {
    now += 10 * SECOND;
    flows.add("orders", 20, 5_000);
    flows.add("orders", 10, 1_000);

    assertThat(flows.now()).containsExactly(new Flow("orders", 3, 600));
  }

  @Test
  void thenOverThisMinuteAndTheOneBefore() {
    flows.add("orders", 1_000_000, 1);
    now += 60 * SECOND;
    flows.add("orders", 60, 600);
    now += 90 * SECOND;
    flows.add("orders", 30, 300);
    flows.add("cart", 90, 9_000);

    assertThat(flows.now()).containsExactly(new Flow("cart", 1, 100), new Flow("orders", 1, 10));
  }

  @Test
  void forgetsWhoSentInNeither() {
    flows.add("orders", 1, 1);
    now += 119 * SECOND;
    assertThat(flows.now()).hasSize(1);
    now += SECOND;

    assertThat(flows.now()).isEmpty();
  }

  @Test
  void laterServicesAreLeftOutWhereThereAreEnough() {
    for (int i = 0; i < Flows.MOST_SERVICES + 1; i++) {
      flows.add("service " + i, 1, 1);
    }
    assertThat(flows.now()).hasSize(Flows.MOST_SERVICES);
  }
}
