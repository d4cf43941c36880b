// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/          |                 | ''",
        "''         | ''              | ''",
        "orders     |                 | /orders",
        "/orders/   | /{id}/          | /orders/{id}",
        "//orders// | //{id}          | /orders/{id}",
        "orders     | '{ id : \\d{1,3} }' | /orders/{id}",
        "a          | '{x}-{y: [^/]+}.json' | /a/{x}-{y}.json",
        "a b        | é{x             | /a b/é{x}"
      })
  void isSpeltInOneWay(String type, String method, String text) {
    assertThat(PathTemplate.of(type, method).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/orders/{id}          | /orders/1   | true",
        "/orders/{id}          | orders/1/   | true",
        "/orders/{id}          | /orders/1/2 | false",
        "/orders/{id: [0-9]+}  | /orders/1   | true",
        "/orders/{id: [0-9]+}  | /orders/x   | false",
        "/files/{path: .*}     | /files/a/b  | true",
        "/a.b                  | /axb        | false",
        "/                     | ''          | true",
        "/                     | /           | true"
      })
  void matchesWholePaths(String template, String path, boolean expected) {
    assertThat(PathTemplate.of(template).matches(path)).isEqualTo(expected);
  }

  @Test
  void doesNotMatchPathsOfAbsurdLength() {
    assertThat(PathTemplate.of("{all: .*}").matches("/" + "a".repeat(100_000))).isFalse();
  }
}
