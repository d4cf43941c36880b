// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointsTest {

  private final Endpoints endpoints = new Endpoints();

  @Test
  void tracesWhatItDoesNotKnow() {
    assertThat(endpoints.hasUntraced()).isFalse();
    assertThat(endpoints.isUntraced("GET", "/a")).isFalse();
  }

  @Test
  void tellsMethodsApart() {
    endpoints.add("GET", PathTemplate.of("a"), false);

    assertThat(endpoints.hasUntraced()).isTrue();
    assertThat(endpoints.isUntraced("GET", "/a")).isTrue();
    assertThat(endpoints.isUntraced("POST", "/a")).isFalse();
  }

  @Test
  void literalsBeatVariables() {
    endpoints.add("GET", PathTemplate.of("a/{b}"), false);
    endpoints.add("GET", PathTemplate.of("a/special"), true);

    assertThat(endpoints.isUntraced("GET", "/a/special")).isFalse();
    assertThat(endpoints.isUntraced("GET", "/a/other")).isTrue();
  }

  @Test
  void endpointThatIsConfiguredAgainReplacesItself() {
    endpoints.add("GET", PathTemplate.of("a"), false);
    endpoints.add("GET", PathTemplate.of("a"), true);

    assertThat(endpoints.hasUntraced()).isFalse();
  }
}
