// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

  @Test
  void everyKeyStandsForOneThing() {
    assertThat(EngineOptions.all()).extracting(Option::key).doesNotHaveDuplicates();
  }

  @Test
  void allOfTheEnginesRoomsAreThere() {
    assertThat(EngineOptions.all())
        .extracting(Option::key)
        .contains("otel.traces.sampler", "otel.propagators", "otel.service.name");
  }

  @Test
  void everyDefaultCanBeUsed() {
    assertThat(EngineOptions.all()).extracting(Option::defaultValue).doesNotContainNull();
  }
}
