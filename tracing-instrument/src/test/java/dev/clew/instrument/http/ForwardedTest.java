// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.clew.api.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "-",
      value = {
        "for=192.0.2.60                                        | 192.0.2.60  | -    | -",
        "for=192.0.2.60;proto=http;by=203.0.113.43             | 192.0.2.60  | -    | http",
        "For=\"[2001:db8:cafe::17]:4711\"                      | [2001:db8:cafe::17]:4711 | - | -",
        "for=192.0.2.43, for=198.51.100.17                     | 192.0.2.43  | -    | -",
        "for=_gazonk                                           | _gazonk     | -    | -",
        "for=unknown                                           | unknown     | -    | -",
        "proto=HTTPS;host=\"shop:8443\"                        | -           | shop:8443 | https",
        "HOST=a,for=b                                          | b           | a    | -",
        " for=a ; host=b , proto=http                          | a           | b    | http",
        "for=a;for=b                                           | a           | -    | -",
        "for=\"a\\\"b\"                                        | a\"b        | -    | -",
        "for=\"open                                            | -           | -    | -",
        "for=\"open;host=b                                     | -           | -    | -",
        "for=\"a\"junk;host=b                                  | a           | b    | -",
        "for;host=b                                            | -           | b    | -",
        "for=;host=b                                           | -           | b    | -",
        ";,;,=;=,host=b                                        | -           | b    | -",
        "proto=java%script                                     | -           | -    | -",
        "proto=1http                                           | -           | -    | -",
        "fore=a                                                | -           | -    | -",
      })
  void readsTheStandardHeader(String header, String client, String host, String scheme) {
    assertThat(Forwarded.parse(List.of(header))).isEqualTo(new Forwarded(client, host, scheme));
  }

  @Test
  void readsSeveralHeadersAsOne() {
    assertThat(Forwarded.parse(List.of("for=a", "for=b;host=c")))
        .isEqualTo(new Forwarded("a", "c", null));
  }

  @Test
  void readsTheHeadersThatAreOlderThanTheStandard() {
    TestRequest request =
        new TestRequest()
            .header("X-Forwarded-For", " 192.0.2.7 , 10.0.0.2")
            .header("X-Forwarded-Host", "shop.example,inner")
            .header("X-Forwarded-Port", "8443")
            .header("X-Forwarded-Proto", "HTTPS");

    assertThat(Forwarded.ofExtensions(request))
        .isEqualTo(new Forwarded("192.0.2.7", "shop.example:8443", "https"));
  }

  @Test
  void keepsThePortThatTheHostNames() {
    TestRequest request =
        new TestRequest().header("X-Forwarded-Host", "[::1]:81").header("X-Forwarded-Port", "8443");

    assertThat(Forwarded.ofExtensions(request).host()).isEqualTo("[::1]:81");
  }

  @Test
  void ignoresPortThatIsNone() {
    TestRequest request =
        new TestRequest().header("X-Forwarded-Host", "::1").header("X-Forwarded-Port", "99999");

    assertThat(Forwarded.ofExtensions(request).host()).isEqualTo("::1");
  }

  @ParameterizedTest
  @CsvSource({
    "none,        192.0.2.1,   8080",
    "forwarded,   192.0.2.60,  1",
    "x_forwarded, 192.0.2.70,  2",
    "any,         192.0.2.60,  1",
  })
  void isBelievedWhereConfigured(String believed, String client, long port) {
    TestRequest request =
        new TestRequest()
            .header("Forwarded", "for=192.0.2.60;host=\"a:1\"")
            .header("X-Forwarded-For", "192.0.2.70")
            .header("X-Forwarded-Host", "b:2");

    assertThat(attributes(request, believed))
        .containsEntry("client.address", client)
        .containsEntry("server.port", port)
        .containsEntry("network.peer.address", "192.0.2.1");
  }

  @Test
  void leavesOutClientThatTheProxyDoesNotKnow() {
    assertThat(attributes(new TestRequest().header("Forwarded", "for=unknown"), "forwarded"))
        .doesNotContainKey("client.address");
  }

  @Test
  void fallsBackWhereTheHeaderIsNonsense() {
    assertThat(attributes(new TestRequest().header("Forwarded", "for=\"\u00e9\""), "forwarded"))
        .containsEntry("client.address", "192.0.2.1");
  }

  @Test
  void takesAnyText() {
    Random random = new Random(20261122);
    String[] parts = {
      "for", "=", "\"", "\\", ";", ",", " ", "host", "proto", "[", "]", ":", "::1", "http", "9",
      "\u00e9", "\r\n", "\0", "unknown", "65536", "\ud83d"
    };
    for (int i = 0; i < 7_000_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(16); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Forwarded parsed = Forwarded.parse(List.of(text.toString()));
      check(text, HostPort.parse(parsed.client()));
      check(text, HostPort.parse(parsed.host()));
      check(text, HostPort.parse(text.toString()));
    }
  }

  private static void check(CharSequence text, HostPort parsed) {
    if (parsed != null) {
      boolean sound =
          !parsed.host().isEmpty()
              && parsed.host().chars().allMatch(c -> c > ' ' && c <= '~')
              && parsed.port() >= -1
              && parsed.port() <= 65535;
      if (!sound) {
        fail("%s gives %s", text, parsed);
      }
    }
  }

  @Test
  void readsTheStartOfHeadersOfAMegabyteOnly() {
    String megabyte = "for=\"\\".repeat(1 << 18);

    assertThat(Forwarded.parse(List.of(megabyte)).client()).hasSizeLessThan(8192);
    assertThat(Forwarded.parse(List.of(";".repeat(1 << 20) + "for=a")).client()).isNull();
  }

  private static Map<String, Object> attributes(TestRequest request, String believed) {
    Recorded recorded = new Recorded();
    Settings settings = Settings.of(Map.of("clew.http.server.forwarded", believed));
    new HttpServerTracer(recorded.openTelemetry(), settings).start(request).end(null);
    return HttpServerTracerTest.attributes(recorded.only());
  }
}
