// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that comes and goes leaves nothing behind, and nothing unsent. */
@Timeout(180)
class LifecycleTest {

  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

  private final AtomicInteger received = new AtomicInteger();
  private HttpServer collector;

  @BeforeEach
  void startCollector() throws Exception {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + collector.getAddress().getPort());
  }

  @AfterEach
  void stopCollector() {
    System.clearProperty(ENDPOINT);
    collector.stop(0);
  }

  @Test
  void twentyDeploymentsLeaveNoClassLoaderAndNoThread() throws Exception {
    Set<Thread> before = threads();
    List<WeakReference<ClassLoader>> gone = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      gone.add(deployAndUndeploy());
      assertThat(received).hasValue(i + 1);
    }
    while (!gone.stream().allMatch(loader -> loader.refersTo(null)) || !leftBy(before).isEmpty()) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
  }

  private static WeakReference<ClassLoader> deployAndUndeploy() throws Exception {
    try (URLClassLoader loader = Deployment.loader(jar -> true)) {
      assertThat(Deployment.call(loader, SmallApplication.class))
          .isEqualTo("recorded globally, then nothing");
      return new WeakReference<>(loader);
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Set<Thread> leftBy(Set<Thread> before) {
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .collect(Collectors.toSet());
  }
}
