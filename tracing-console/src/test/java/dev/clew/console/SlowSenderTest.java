// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.console.config.ConsoleOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders that do not finish. */
class SlowSenderTest {

  @TempDir Path directory;

  @Test
  void othersAreAnsweredMeanwhile() throws Exception {
    try (StartedConsole console =
            StartedConsole.in(
                directory, ConsoleOptions.REQUESTS, 2, ConsoleOptions.REQUEST_TIMEOUT, "1m");
        Socket first = begin(console);
        Socket second = begin(console)) {
      await().until(() -> sound(console) == 429);
      assertThat(console.get("/health/live").statusCode()).isEqualTo(200);

      first.shutdownOutput();
      await().until(() -> sound(console) == 200);
      assertThat(second.isConnected()).isTrue();
    }
  }

  @Test
  void whoeverTakesTooLongIsSentAway() throws Exception {
    try (StartedConsole console =
            StartedConsole.in(
                directory, ConsoleOptions.REQUESTS, 1, ConsoleOptions.REQUEST_TIMEOUT, "100ms");
        Socket slow = begin(console)) {
      drip(slow);

      assertThat(sound(console)).isEqualTo(200);
    }
  }

  private static int sound(StartedConsole console) throws Exception {
    return console.send(Requests.of("shop", Requests.span(1, 1).build()));
  }

  private static Socket begin(StartedConsole console) throws IOException {
    Socket socket = new Socket("127.0.0.1", console.uri("/").getPort());
    socket
        .getOutputStream()
        .write(
            """
            POST /v1/traces HTTP/1.1\r
            Host: test\r
            Content-Type: application/json\r
            Content-Length: 1000000\r
            \r
            {"""
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Sends a byte every now and then until the connection ends. */
  private static void drip(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(20);
    while (true) {
      try {
        out.write(' ');
        if (in.read() < 0) {
          return;
        }
      } catch (SocketTimeoutException notYet) {
        // It still waits for more.
      } catch (SocketException ended) {
        return;
      }
    }
  }
}
