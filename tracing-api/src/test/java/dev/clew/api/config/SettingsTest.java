// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Option<Integer> LIMIT = Option.integer("clew.limit", 7, 1, 9);

  private final List<String> problems = new ArrayList<>();

  private Settings settings(Map<String, String> values) {
    return Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
  }

  @Test
  void givesWhatIsSet() {
    assertThat(settings(Map.of("clew.limit", "3")).get(LIMIT)).isEqualTo(3);
    assertThat(problems).isEmpty();
  }

  @Test
  void blankIsNotSet() {
    Settings settings = settings(Map.of("clew.limit", " "));
    assertThat(settings.get(LIMIT)).isEqualTo(7);
    assertThat(settings.isSet(LIMIT)).isFalse();
    assertThat(problems).isEmpty();
  }

  @Test
  void whatCannotBeUsedIsReportedWithAllThatHelps() {
    assertThat(settings(Map.of("clew.limit", "1\n0")).get(LIMIT)).isEqualTo(7);
    assertThat(problems)
        .containsExactly(
            "CLEW-0001: clew.limit is set to '1\\u000a0'; allowed is a whole number from 1 to 9;"
                + " using '7' instead");
  }

  @Test
  void aSourceThatThrowsIsReportedAndTakenForNotSet() {
    Settings settings =
        Settings.of(
            key -> {
              throw new IllegalStateException("no expression");
            },
            (id, message) -> problems.add(id + ": " + message));
    assertThat(settings.get(LIMIT)).isEqualTo(7);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("CLEW-0002: clew.limit could not be read")
        .contains("no expression");
  }

  @Test
  void optionKeepsTheValueThatItHadFirst() {
    Map<String, String> values = new HashMap<>(Map.of("clew.limit", "3"));
    Settings settings = settings(values);
    settings.get(LIMIT);
    values.put("clew.limit", "4");

    assertThat(settings.get(LIMIT)).isEqualTo(3);
  }

  @Test
  void whatCannotBeUsedIsReportedOnce() {
    Settings settings = settings(Map.of("clew.limit", "10"));
    settings.get(LIMIT);
    settings.get(LIMIT);

    assertThat(problems).hasSize(1);
  }

  @Test
  void fallbackIsAskedOnlyForWhatIsNotSet() {
    assertThat(settings(Map.of()).withFallback(key -> "5").get(LIMIT)).isEqualTo(5);
    assertThat(settings(Map.of("clew.limit", "3")).withFallback(key -> "5").get(LIMIT))
        .isEqualTo(3);
  }

  @Test
  void systemPropertiesBeatTheEnvironment() {
    Option<String> path = Option.text("path", "");
    assertThat(Settings.ofSystem().get(path)).isEqualTo(System.getenv("PATH"));
    System.setProperty("path", "property");
    try {
      assertThat(Settings.ofSystem().get(path)).isEqualTo("property");
    } finally {
      System.clearProperty("path");
    }
  }
}
