// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTest {

  private final Methods methods = new Methods(List.of("GET", "POST", "GET"));

  @Test
  void namesSpansByMethodAndRoute() {
    assertThat(methods.of("GET").spanName()).isEqualTo("GET");
    assertThat(methods.of("GET").spanName("/a")).isEqualTo("GET /a");
    assertThat(methods.of("brew").spanName("/a")).isEqualTo("HTTP /a");
    assertThat(methods.of(null).value()).isEqualTo("_OTHER");
  }

  @Test
  void makesNameOfRouteOnce() {
    Methods.Known get = methods.of("GET");

    assertThat(get.spanName("/a")).isSameAs(get.spanName(new String("/a")));
  }

  @Test
  void doesNotKeepMoreNamesThanItMay() {
    Methods.Known get = methods.of("GET");
    for (int i = 0; i < 5000; i++) {
      get.spanName("/" + i);
    }

    assertThat(get.spanName("/0")).isSameAs(get.spanName("/0"));
    assertThat(get.spanName("/4999")).isEqualTo("GET /4999").isNotSameAs(get.spanName("/4999"));
  }
}
