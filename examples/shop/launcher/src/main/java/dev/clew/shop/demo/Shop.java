// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop: its services on one WildFly, which sends its spans to the collector. */
final class Shop implements AutoCloseable {

  /** The orders service is to answer at /orders, so it is deployed at the server's root. */
  private static final Map<String, String> WARS =
      Map.of("orders", "ROOT.war", "stock", "stock.war", "shipping", "shipping.war");

  private static final String MARKET = "market.war";

  /**
   * Few requests come, and someone waits: what is compiled lightly starts in a third of the time.
   */
  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final long START_MILLIS = 180_000;
  private static final long GLANCE_MILLIS = 200;
  private static final long PROGRESS_MILLIS = 5_000;

  private final int port;
  private final List<String> wars;
  private final RunDirectory directory;
  private final WildFly server;
  private volatile boolean closing;

  private Shop(int port, List<String> wars, RunDirectory directory, WildFly server) {
    this.port = port;
    this.wars = wars;
    this.directory = directory;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param aws what it is to use of AWS, with the market in front of it; empty for nothing
   */
  static Shop start(Layout layout, int wantedPort, String otlpEndpoint, Optional<AwsServices> aws)
      throws IOException, Problem {
    int port = free(wantedPort);
    RunDirectory directory = RunDirectory.create(layout, "shop");
    for (Map.Entry<String, String> war : WARS.entrySet()) {
      Files.copy(layout.service(war.getKey()), directory.deployments().resolve(war.getValue()));
    }
    List<String> wars = new ArrayList<>(WARS.values());
    Map<String, String> environment = environment(port, otlpEndpoint);
    if (aws.isPresent()) {
      addAws(layout, directory.deployments());
      wars.add(MARKET);
      environment.putAll(aws.get().environment());
    }
    return new Shop(
        port, wars, directory, WildFly.start(layout, directory, port, JAVA_OPTIONS, environment));
  }

  private static Map<String, String> environment(int port, String otlpEndpoint) {
    String here = "http://127.0.0.1:" + port;
    Map<String, String> all = new HashMap<>();
    all.put("OTEL_EXPORTER_OTLP_ENDPOINT", otlpEndpoint);
    // Sooner than is usual: someone is watching.
    all.put("OTEL_BSP_SCHEDULE_DELAY", "200");
    all.put("STOCK_MP_REST_URL", here + "/stock");
    all.put("ORDERS_MP_REST_URL", here);
    return all;
  }

  /**
   * The market brings what Clew's senders need; to the other services it is added here, so that
   * they stay as small as they are without AWS.
   */
  private static void addAws(Layout layout, Path deployments) throws IOException {
    for (String war : WARS.values()) {
      Archives.addLibraries(deployments.resolve(war), layout.market());
    }
    Files.copy(layout.market(), deployments.resolve(MARKET));
  }

  private static int free(int wanted) throws IOException, Problem {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (BindException taken) {
      throw Problem.failure(
          "port " + wanted + " is taken: name another with --http-port, or none for a free one",
          taken);
    }
  }

  /** Returns once all services are deployed. */
  void awaitReady(Terminal terminal) throws InterruptedException, Problem {
    long start = System.nanoTime();
    long progress = PROGRESS_MILLIS;
    while (!server.awaitDeployed(wars, GLANCE_MILLIS)) {
      long waited = (System.nanoTime() - start) / 1_000_000;
      if (waited > START_MILLIS) {
        throw server.problem("WildFly was not ready after " + START_MILLIS / 1_000 + " s");
      }
      if (waited > progress) {
        terminal.print("  still starting, " + waited / 1_000 + " s");
        progress += PROGRESS_MILLIS;
      }
    }
  }

  /** Where the shop is. */
  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  Path log() {
    return directory.log();
  }

  Problem problem(String what) {
    return server.problem(what);
  }

  /** Fails if the server has ended by itself. */
  void check() throws Problem {
    if (!closing && !server.isAlive()) {
      throw server.problem("WildFly has ended");
    }
  }

  /** Ends the server and removes what it wrote, but for its log. */
  @Override
  public synchronized void close() {
    closing = true;
    server.close();
    directory.deleteOrLeave();
  }
}
