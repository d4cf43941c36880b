// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.SendResult.Outcome;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Batches;
import dev.clew.exporter.testing.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that break off, dawdle, talk nonsense or never stop. No test waits for a time-out. */
@Timeout(60)
class BadReceiverTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswerIsTriedAgainOnceByUs() throws Exception {
    try (RawServer server = new RawServer(RawServer::readRequest)) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(IOException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aResetInTheMiddleOfTheRequestIsTriedAgain() throws Exception {
    try (RawServer server = new RawServer(socket -> socket.setSoLinger(true, 0))) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nonsenseInsteadOfHttpIsTriedAgain() throws Exception {
    try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH_9.6\r\n")) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nonsenseInTheBodyOfASuccessIsASuccess() throws Exception {
    String body = "\u00ff\u00fe<html>";
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + body)) {
      assertThat(send(server)).isEqualTo(SendResult.success());
    }
  }

  @Test
  void aBodyThatBreaksOffDoesNotChangeTheStatus() throws Exception {
    try (RawServer ok = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc");
        RawServer busy = RawServer.saying("HTTP/1.1 503 Busy\r\nContent-Length: 99\r\n\r\nabc")) {
      assertThat(send(ok)).isEqualTo(SendResult.success());
      assertThat(send(busy).outcome()).isEqualTo(Outcome.RETRY);
    }
  }

  @Test
  void aBodyOfAGigabyteIsNotRead() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    RawServer.Talk endless =
        socket -> {
          RawServer.readRequest(socket);
          OutputStream out = socket.getOutputStream();
          out.write(head("200 OK", "Content-Length: 1073741824"));
          try {
            for (byte[] zeros = new byte[1 << 16]; ; ) {
              out.write(zeros);
            }
          } catch (IOException closedByUs) {
            gone.countDown();
          }
        };
    try (RawServer server = new RawServer(endless)) {
      assertThat(send(server)).isEqualTo(SendResult.success());
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void headersWithoutEndAreNotRead() throws Exception {
    RawServer.Talk endless =
        socket -> {
          RawServer.readRequest(socket);
          OutputStream out = socket.getOutputStream();
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          for (byte[] line = ("X: " + "y".repeat(8000) + "\r\n").getBytes(); ; ) {
            out.write(line);
          }
        };
    try (RawServer server = new RawServer(endless)) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReceiverThatNeverAnswersTimesOut() throws Exception {
    RawServer[] self = new RawServer[1];
    try (RawServer server = self[0] = new RawServer(socket -> self[0].untilClosed())) {
      Sender sender = OtlpSenders.create(server.url(), Map.of("otel.exporter.otlp.timeout", "50"));
      assertThatThrownBy(() -> sender.send(Batches.of("a"), Duration.ofSeconds(50)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void theTimeoutForTracesReplacesTheOther() throws Exception {
    RawServer[] self = new RawServer[1];
    try (RawServer server = self[0] = new RawServer(socket -> self[0].untilClosed())) {
      Sender sender =
          OtlpSenders.create(
              server.url(),
              Map.of(
                  "otel.exporter.otlp.timeout", "1h", "otel.exporter.otlp.traces.timeout", "50"));
      assertThatThrownBy(() -> sender.send(Batches.of("a"), Duration.ofHours(1)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReceiverThatTricklesItsHeadersTimesOut() throws Exception {
    RawServer.Talk trickle =
        socket -> {
          RawServer.readRequest(socket);
          while (true) {
            socket.getOutputStream().write("X".getBytes(StandardCharsets.US_ASCII));
            Thread.yield();
          }
        };
    try (RawServer server = new RawServer(trickle)) {
      Sender sender = OtlpSenders.create(server.url(), Map.of("otel.exporter.otlp.timeout", "200"));
      assertThatThrownBy(() -> sender.send(Batches.of("a"), Duration.ofSeconds(50)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReceiverThatNeverReadsTimesOut() throws Exception {
    RawServer[] self = new RawServer[1];
    try (RawServer server = self[0] = new RawServer(socket -> self[0].untilClosed())) {
      Sender sender = OtlpSenders.create(server.url(), Map.of("otel.exporter.otlp.timeout", "500"));
      assertThatThrownBy(() -> sender.send(Batches.ofBytes(64 << 20), Duration.ofSeconds(50)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void abortEndsASendThatWaitsForItsAnswer() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer[] self = new RawServer[1];
    RawServer.Talk silent =
        socket -> {
          RawServer.readRequest(socket);
          asked.countDown();
          self[0].untilClosed();
        };
    try (RawServer server = self[0] = new RawServer(silent)) {
      Sender sender = OtlpSenders.create(server.url(), Map.of("otel.exporter.otlp.timeout", "1h"));
      Future<SendResult> send =
          threads.submit(() -> sender.send(Batches.of("a"), Duration.ofHours(1)));
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      sender.abort();

      assertThatThrownBy(() -> send.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void abortEndsASendThatIsNeverAccepted() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      String url = "http://127.0.0.1:" + full.getLocalPort();
      Sender sender = OtlpSenders.create(url, Map.of("otel.exporter.otlp.timeout", "1h"));
      Future<SendResult> send =
          threads.submit(() -> sender.send(Batches.of("a"), Duration.ofHours(1)));

      sender.abort();

      assertThatThrownBy(() -> send.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void anAnswerBeforeTheRequestWasReadCounts() throws Exception {
    RawServer[] self = new RawServer[1];
    RawServer.Talk hasty =
        socket -> {
          socket.getOutputStream().write(head("413 Too Large", "Content-Length: 0"));
          socket.shutdownOutput();
          socket.getInputStream().readNBytes(1000);
          self[0].untilClosed();
        };
    try (RawServer server = self[0] = new RawServer(hasty)) {
      Sender sender = OtlpSenders.create(server.url(), Map.of());
      assertThat(sender.send(Batches.of("a"), Duration.ofSeconds(50)).outcome())
          .isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void aConnectionThatWasClosedWhileItWasKeptIsReplaced() throws Exception {
    RawServer.Talk once =
        socket -> {
          RawServer.readRequest(socket);
          socket.getOutputStream().write(head("200 OK", "Content-Length: 0"));
          socket.getOutputStream().flush();
          RawServer.readRequest(socket);
        };
    try (RawServer server = new RawServer(once)) {
      Sender sender = OtlpSenders.create(server.url(), Map.of());
      for (int i = 0; i < 3; i++) {
        assertThat(sender.send(Batches.of("a"), Duration.ofSeconds(50)))
            .isEqualTo(SendResult.success());
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void understandsChunksAndInterimAnswers() throws Exception {
    String answer =
        "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4;x=y\r\n\n\5\b\3\r\n3\r\n\22\1x\r\n0\r\nTrailer: z\r\n\r\n";
    try (RawServer server = RawServer.saying(answer)) {
      assertThat(send(server)).isEqualTo(SendResult.partial(3, "x"));
    }
  }

  private static SendResult send(RawServer server) throws Exception {
    return OtlpSenders.create(server.url(), Map.of()).send(Batches.of("a"), Duration.ofSeconds(50));
  }

  private static byte[] head(String status, String header) {
    return ("HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
