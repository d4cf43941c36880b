// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes OTLP/HTTP requests and counts their spans; {@code GET /count} tells how many there were. It
 * acknowledges what it reads at once: a sender that writes a request in small pieces would
 * otherwise wait 40 ms for each. Ends when its standard input does, so with whoever started it.
 */
public final class Receiver implements AutoCloseable {

  private final LongAdder spans = new LongAdder();
  private final ServerSocketChannel server;

  /** Starts it on a free port of the loopback interface. */
  Receiver() throws IOException {
    server =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    daemon("receiver", this::accept);
  }

  /** Prints the port, and waits. */
  public static void main(String[] arguments) throws IOException {
    try (Receiver receiver = new Receiver()) {
      System.out.println(receiver.port());
      while (System.in.read() >= 0) {
        // Nobody writes.
      }
    }
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        daemon("connection", () -> serve(connection));
      }
    } catch (IOException closed) {
      // By close().
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      new HttpExchanges(connection, spans).serve();
    } catch (IOException gone) {
      // The other side has gone; what it sent completely has been counted.
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
