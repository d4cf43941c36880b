// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a token for readers, who has none reads nothing. */
class ReadersTest {

  private static final String TOKEN = "s3cret token";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private StartedConsole console;

  @BeforeEach
  void start() throws Exception {
    console = StartedConsole.in(directory, ConsoleOptions.READ_TOKEN, TOKEN);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app.js",
        "/parts/api.js",
        "/api/v1/traces",
        "/api/v1/tracing",
        "/api/v1/tail",
        "/api/services",
        "/openapi.json",
        "/metrics"
      })
  void isAskedForTheToken(String path) throws Exception {
    HttpResponse<String> asked = console.get(path);
    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.headers().firstValue("WWW-Authenticate")).contains("Bearer");

    for (String wrong : new String[] {"Bearer", "Bearer ", "Bearer s3cret", "Basic " + TOKEN}) {
      assertThat(console.get(path, "Authorization", wrong).statusCode()).isEqualTo(401);
    }
    assertThat(console.get(path, "Cookie", "clew-console=" + TOKEN).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/app.js", "/api/v1/traces", "/api/services", "/openapi.json", "/metrics"})
  void readsWithTheToken(String path) throws Exception {
    assertThat(console.get(path, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/style.css", "/icon.svg"})
  void needsNoneForWhatTellsNothing(String path) throws Exception {
    assertThat(console.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void sendersHaveATokenOfTheirOwn() throws Exception {
    assertThat(console.send(Requests.of("shop", Requests.span(1, 1).build()))).isEqualTo(200);
  }

  @Test
  void formGivesACookieForTheToken() throws Exception {
    HttpResponse<String> given = signIn("s3cret+token");
    assertThat(given.statusCode()).isEqualTo(303);
    assertThat(given.headers().firstValue("Location")).contains("/");
    String cookie = given.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(TOKEN);

    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(console.get("/api/v1/traces", "Cookie", pair).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "s3cret+tokens"})
  void formRefusesWhatIsNotTheToken(String token) throws Exception {
    HttpResponse<String> answer = signIn(token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("That is not the token.");
  }

  @Test
  void saysWhatOthersMayDoWhoReachIt() {
    assertThat(warning("127.0.0.1", Map.of())).isEmpty();
    assertThat(warning("::1", Map.of())).isEmpty();
    assertThat(warning("0.0.0.0", Map.of()))
        .isEqualTo(
            "CLEW-0850: whoever reaches 0.0.0.0 may send (clew.console.ingest.token is not set)"
                + " and read (clew.console.read.token is not set)");
    assertThat(warning("0.0.0.0", Map.of("clew.console.ingest.token", "x")))
        .isEqualTo(
            "CLEW-0850: whoever reaches 0.0.0.0 may read (clew.console.read.token is not set)");
    assertThat(
            warning(
                "0.0.0.0",
                Map.of("clew.console.ingest.token", "x", "clew.console.read.token", "y")))
        .isEmpty();
  }

  private static String warning(String host, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("clew.console.host", host);
    return Exposure.warning(Settings.of(settings)).orElse("");
  }

  private HttpResponse<String> signIn(String encodedToken) throws Exception {
    return client.send(
        HttpRequest.newBuilder(console.uri("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("token=" + encodedToken))
            .build(),
        BodyHandlers.ofString());
  }
}
