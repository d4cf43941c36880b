// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void needsNoneOfThem() {
    assertThat(Options.of(Map.of()))
        .isEqualTo(new Options(true, true, true, Duration.ofSeconds(20), "127.0.0.1", Map.of()));
  }

  @Test
  void readsAll() {
    Map<String, String> settings = Map.of("otel.service.name", "x", "clew.engine", "own");
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(
        Map.of(
            "enabled", "false",
            "dropIn", "present",
            "leftovers", "ignore",
            "limit", "PT5S",
            "address", "10.0.0.1"));

    assertThat(Options.of(all))
        .isEqualTo(new Options(false, false, false, Duration.ofSeconds(5), "10.0.0.1", settings));
  }

  @ParameterizedTest
  @CsvSource({
    "dropin, add, the extension clew has no property dropin",
    "dropIn, yes, dropIn of the extension clew is yes; it can be add or present",
  })
  void refusesWhatItDoesNotKnow(String key, String value, String problem) {
    assertThatThrownBy(() -> Options.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
