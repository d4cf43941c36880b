// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import dev.clew.shop.demo.Layout;
import dev.clew.shop.demo.Problem;
import dev.clew.shop.demo.RunDirectory;
import dev.clew.shop.demo.WildFly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A server with the application on it, which can be asked what it has used. */
final class Subject implements AutoCloseable {

  /** Where the application is. */
  static final String PATH = "/shop/products/";

  private static final String ARCHIVE = "shop.war";
  private static final Duration START = Duration.ofMinutes(5);
  private static final long GLANCE_MILLIS = 10;

  private final WildFly server;
  private final RunDirectory directory;
  private final int port;
  private final Duration startUp;

  private Subject(WildFly server, RunDirectory directory, int port, Duration startUp) {
    this.server = server;
    this.directory = directory;
    this.port = port;
    this.startUp = startUp;
  }

  /** Starts one; returns when it has answered the first request. */
  static Subject start(Layout layout, Variant variant, Path agent, String endpoint)
      throws IOException, Problem, InterruptedException {
    RunDirectory directory = RunDirectory.create(layout, variant.id());
    ProductArchive.write(
        directory.deployments().resolve(ARCHIVE),
        variant.hasDropIn() ? layout.service("stock") : null);
    int port = freePort();
    long start = System.nanoTime();
    WildFly server =
        WildFly.start(
            layout, directory, port, variant.javaOptions(agent), variant.environment(endpoint));
    try {
      awaitFirstAnswer(server, port, start);
      return new Subject(server, directory, port, Duration.ofNanos(System.nanoTime() - start));
    } catch (Throwable failed) {
      server.close();
      throw failed;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitFirstAnswer(WildFly server, int port, long start)
      throws InterruptedException, Problem {
    byte[] request = HttpConnection.request(PATH + 0);
    while (!answers(port, request)) {
      server.awaitDeployed(List.of(ARCHIVE), GLANCE_MILLIS);
      if (System.nanoTime() - start > START.toNanos()) {
        throw server.problem("WildFly was not ready after " + START);
      }
    }
  }

  private static boolean answers(int port, byte[] request) {
    try (HttpConnection connection = new HttpConnection(port)) {
      connection.get(request);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** From the start of the process to the first answer. */
  Duration startUp() {
    return startUp;
  }

  /** Processor time of the whole process so far. */
  Duration processorTime() {
    return server.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory of the process that is in the machine's, in bytes; 0 where that cannot be told. */
  long residentBytes() {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(server.process().pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException noSuchSystem) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    directory.delete();
  }
}
