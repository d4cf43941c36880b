// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "shop.example, shop.example, -1",
    "shop.example:8080, shop.example, 8080",
    "shop.example:0, shop.example, 0",
    "shop.example:65535, shop.example, 65535",
    "shop.example:65536, shop.example, -1",
    "shop.example:123456, shop.example, -1",
    "shop.example:, shop.example, -1",
    "shop.example:8o, shop.example, -1",
    "192.0.2.1:80, 192.0.2.1, 80",
    "[::1]:80, ::1, 80",
    "[::1], ::1, -1",
    "[::1]x, ::1, -1",
    "::1, ::1, -1",
    "2001:db8::1, 2001:db8::1, -1",
    "_hidden:_port, _hidden, -1",
    "' shop ', shop, -1",
  })
  void readsHostAndPort(String text, String host, int port) {
    assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", ":80", "[]", "[]:80", "[", "[::1", "a b", "a\r\nb", "caf\u00e9"})
  void refusesWhatIsNoHost(String text) {
    assertThat(HostPort.parse(text)).isNull();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(HostPort.parse("a".repeat(1 << 20))).isNull();
  }
}
