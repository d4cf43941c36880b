// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.console.otlp.Encoding;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopTest {

  @TempDir Path directory;

  @Test
  void requestThatIsBeingReadIsAnsweredAndKept() throws Exception {
    byte[] body = Requests.of("shop", Requests.span(1, 7).build()).toByteArray();
    StartedConsole console = StartedConsole.in(directory);
    URI uri = console.uri("/v1/traces");
    assertThat(console.get("/health/live").statusCode()).isEqualTo(200);
    FutureTask<Void> stopped =
        new FutureTask<>(
            () -> {
              console.close();
              return null;
            });
    try (Socket sender = new Socket(uri.getHost(), uri.getPort())) {
      OutputStream out = sender.getOutputStream();
      out.write(head(uri, body.length).getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII));
      // Said once somebody reads the request.
      assertThat(in.readLine()).startsWith("HTTP/1.1 100");
      assertThat(in.readLine()).isEmpty();

      new Thread(stopped, "stop").start();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> console.get("/health/live").statusCode(), status -> status == 503);
      out.write(body);

      assertThat(in.readLine()).startsWith("HTTP/1.1 200");
    }
    stopped.get();
    assertThat(Kept.spanIds(directory)).containsExactly("0000000000000007");
  }

  private static String head(URI uri, int length) {
    return """
        POST /v1/traces HTTP/1.1
        Host: %s
        Content-Type: %s
        Content-Length: %d
        Expect: 100-continue

        """
        .formatted(uri.getAuthority(), Encoding.PROTOBUF.mediaType(), length)
        .replace("\n", "\r\n");
  }
}
