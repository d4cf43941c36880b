// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippedPathsTest {

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final TestRequest request = new TestRequest();

  @ParameterizedTest
  @CsvSource({
    "/health, true",
    "/health/ready, true",
    "/metrics, true",
    "/metrics/base, true",
    "/openapi, true",
    "/healthy, false",
    "/shop/health, true",
    "/shop/healthy, false",
    "/shopping/health, false",
    "/orders/health, false",
    "'', false",
  })
  void leaveOutProbesWithAndWithoutContextPath(String path, boolean skipped) {
    request.contextPath = "/shop";

    assertThat(contains(path)).isEqualTo(skipped);
  }

  @Test
  void keepProbesWhereConfigured() {
    values.put("clew.http.server.skip-probes", "false");

    assertThat(contains("/health")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"mp.opentracing.server.skip-pattern", "clew.http.server.skip"})
  void leaveOutWhatMatchesAsAWhole(String key) {
    values.put(key, "/internal/.*|/ping");
    request.contextPath = "/shop";

    assertThat(contains("/internal/a")).isTrue();
    assertThat(contains("/shop/ping")).isTrue();
    assertThat(contains("/ping/2")).isFalse();
    assertThat(contains("/orders")).isFalse();
    assertThat(contains("/internal/" + "a".repeat(1 << 20))).isTrue();
  }

  @Test
  void reportPatternThatIsNone() {
    values.put("clew.http.server.skip", "/a(");

    assertThat(contains("/a(")).isFalse();
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("CLEW-0001", "clew.http.server.skip", "/a(");
  }

  @Test
  void skipNothingWhereTheRequestFails() {
    request.failing.add("contextPath");

    assertThat(contains("/orders")).isFalse();
  }

  private boolean contains(String path) {
    Settings settings =
        Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
    return new SkippedPaths(settings).contains(path, request);
  }
}
