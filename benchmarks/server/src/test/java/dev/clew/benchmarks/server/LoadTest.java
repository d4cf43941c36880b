// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int status = 200;
  private volatile long stallNanos;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(Subject.PATH, this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (requests.getAndIncrement() == 0 && stallNanos > 0) {
        stall();
      }
      byte[] body = "chair 70 3".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** A latch that nobody opens: waits for as long as was asked. */
  private void stall() {
    try {
      new CountDownLatch(1).await(stallNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Load load(int connections) {
    return new Load(server.getAddress().getPort(), connections);
  }

  @Test
  void sendsAsManyRequestsAsTheRateSays() throws Exception {
    Histogram latencies = load(3).atRate(200, Duration.ofMillis(500));

    assertThat(latencies.getTotalCount()).isEqualTo(100);
    assertThat(requests).hasValue(100);
  }

  @Test
  void stallCountsForAllRequestsThatItHoldsUp() throws Exception {
    stallNanos = TimeUnit.MILLISECONDS.toNanos(400);

    Histogram latencies = load(1).atRate(100, Duration.ofMillis(500));

    // 40 were due while the first one stalled; those due in its first half waited for 200 ms.
    long held =
        latencies.getCountBetweenValues(
            TimeUnit.MILLISECONDS.toNanos(200), TimeUnit.SECONDS.toNanos(60));
    assertThat(held).isGreaterThanOrEqualTo(20);
  }

  @Test
  void fullSpeedCountsWhatWasAnswered() throws Exception {
    Histogram latencies = load(2).atFullSpeed(Duration.ofMillis(100));

    assertThat(latencies.getTotalCount()).isPositive().isEqualTo(requests.get());
  }

  @Test
  void anErrorOfTheServerIsNoFigure() {
    status = 500;

    assertThatThrownBy(() -> load(1).atFullSpeed(Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("HTTP/1.1 500");
  }
}
