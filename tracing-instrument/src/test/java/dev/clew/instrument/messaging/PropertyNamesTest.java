// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"traceparent", "tracestate", "baggage", "b3", "X-B3-TraceId", "a-b-c"})
  void headersComeBackAsTheyWere(String header) {
    String property = PropertyNames.ofHeader(header);

    assertThat(property.chars().allMatch(Character::isJavaIdentifierPart)).isTrue();
    assertThat(PropertyNames.toHeader(property)).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "a.b", "a b", "JMSPriority", "JMSXGroupID", "null", "Between"})
  void headersThatNoPropertyMayHaveAreNotCarried(String header) {
    assertThat(PropertyNames.ofHeader(header)).isNull();
  }
}
