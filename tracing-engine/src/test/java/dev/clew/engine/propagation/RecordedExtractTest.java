// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extracts what another implementation extracts, but for {@link ExtractDeviations}. */
class RecordedExtractTest {

  static Stream<JsonNode> cases() {
    return RecordedCases.extract();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void extractsAsRecordedOrDeviatesAsListed(JsonNode recorded) {
    Outcome actual =
        Outcome.of(
            Headers.of(RecordedCases.texts(recorded.get("headers")))
                .extractedBy(RecordedCases.propagator(recorded)));
    List<ExtractDeviations.Deviation> deviations = ExtractDeviations.of(recorded);
    if (deviations.isEmpty()) {
      assertThat(actual).isEqualTo(Outcome.of(recorded));
    } else {
      assertThat(deviations).hasSize(1);
      assertThat(actual).isEqualTo(deviations.get(0).expected());
      assertThat(actual)
          .as("no longer a deviation: %s", deviations.get(0))
          .isNotEqualTo(Outcome.of(recorded));
    }
  }

  @Test
  void everyListedDeviationIsOfARecordedCase() {
    List<ExtractDeviations.Deviation> used =
        cases().flatMap(recorded -> ExtractDeviations.of(recorded).stream()).toList();
    assertThat(used).containsExactlyInAnyOrderElementsOf(ExtractDeviations.ALL);
  }

  @Test
  void noCaseIsMissing() {
    assertThat(cases()).hasSize(354);
  }
}
