// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasePathTest {

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "/,''",
    "/app/,/app",
    "/app/api/,/app/api",
    "/%61pp/,/app",
    "/app;jsessionid=1/api/,/app/api",
    "//app//api,/app/api",
    "/x/../app/./,/app",
    "/a+b/,/a+b"
  })
  void isSpeltInOneWayHoweverTheClientWritesIt(String raw, String canonical) {
    assertThat(BasePath.canonical(raw)).isEqualTo(canonical);
  }
}
