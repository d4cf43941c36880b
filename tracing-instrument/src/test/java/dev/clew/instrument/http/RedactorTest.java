// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

  private static final String SECRET = "s3cret";

  private final Redactor redactor = new Redactor(List.of("page", "sort"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/, /",
        "'', ''",
        "/orders/7, /orders/7",
        "/a;jsessionid=s3cret, /a",
        "/a;jsessionid=s3cret/b, /a/b",
        "/a;v=1/b;w=2/, /a/b/",
        ";;;/, /",
        "/a;, /a",
        "/a%3Bb, /a%3Bb",
      })
  void takesMatrixParametersOutOfPaths(String path, String expected) {
    assertThat(Redactor.path(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "token=s3cret, token=REDACTED",
    "page=2, page=2",
    "page=2&token=s3cret&sort=up, page=2&token=REDACTED&sort=up",
    "page=2;token=s3cret, page=2;token=REDACTED",
    "s3cret, REDACTED",
    "page, page",
    "page=, page=",
    "token=, token=REDACTED",
    "=s3cret, =REDACTED",
    "&&a=1&, &&a=REDACTED&",
    "PAGE=s3cret, PAGE=REDACTED",
    "p%61ge=s3cret, p%61ge=REDACTED",
    "a=b=s3cret, a=REDACTED",
    "page=a=b, page=a=b",
  })
  void redactsQueryValuesThatAreNotAllowed(String query, String expected) {
    assertThat(redactor.query(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example/a?page=1&t=s3cret#frag, http://shop.example/a?page=1&t=REDACTED",
    "http://ann:s3cret@shop.example:81/, http://REDACTED:REDACTED@shop.example:81/",
    "http://s3cret@shop_1/, http://REDACTED:REDACTED@shop_1/",
    "http://[::1]:80/a;s=s3cret, http://[::1]:80/a",
    "/relative?s3cret, /relative?REDACTED",
    "mailto:ann@example.org, mailto:",
    "http://shop.example, http://shop.example",
  })
  void takesSecretsOutOfAddresses(URI uri, String expected) {
    assertThat(redactor.full(uri)).isEqualTo(expected);
  }

  @Test
  void writesNoMoreThanIsAllowedHoweverLongTheTextIs() {
    String long1 = "x".repeat(1 << 20);

    assertThat(Redactor.path("/" + long1)).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(Redactor.path(";" + long1 + "/" + long1)).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(redactor.query(long1)).isEqualTo("REDACTED");
    assertThat(redactor.query(long1 + "=" + long1)).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(redactor.query("page=" + long1)).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(redactor.query("a&".repeat(1 << 20))).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(redactor.query("&".repeat(1 << 20))).hasSizeLessThanOrEqualTo(Cut.URL_PART);
    assertThat(Redactor.path("/;".repeat(1 << 20))).hasSizeLessThanOrEqualTo(Cut.URL_PART);
  }

  @Test
  void letsNoSecretThroughWhateverStandsAroundIt() {
    Random random = new Random(20261122);
    String[] parts = {SECRET, "a", "=", "&", ";", "page=", "%", "\r\n", "\ud83d", "/", "?", "pag"};
    for (int i = 0; i < 3_000_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String query = text.toString();
      if (leaks(query) || !Redactor.path("/;" + query.replace("/", "")).equals("/")) {
        fail("secret in what is left of %s", query);
      }
    }
  }

  /** A key may contain the word, and a value that is allowed; nothing else. */
  private boolean leaks(String query) {
    for (String part : redactor.query(query).split("[&;]", -1)) {
      int equals = part.indexOf('=');
      boolean allowed = part.startsWith("page=");
      String value = equals < 0 ? part : part.substring(equals + 1);
      if (!allowed && value.contains(SECRET)) {
        return true;
      }
    }
    return false;
  }
}
