// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server without manners: what it says to a connection is up to the test. */
public final class RawServer implements AutoCloseable {

  /** Talks to one connection. */
  @FunctionalInterface
  public interface Talk {
    void with(Socket socket) throws Exception;
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  public RawServer(Talk talk) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(() -> accept(talk));
  }

  /** Reads a request and answers with that text. */
  public static RawServer saying(String answer) {
    return new RawServer(
        socket -> {
          readRequest(socket);
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
          socket.getOutputStream().flush();
        });
  }

  public String url() {
    return "http://localhost:" + server.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  /** Keeps a connection as it is until the test is over. */
  public void untilClosed() throws InterruptedException {
    closed.await();
  }

  /** Reads headers and body of a request. */
  public static void readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after " + head);
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
    int at = lower.indexOf("content-length: ") + 16;
    in.readNBytes(Integer.parseInt(lower.substring(at, lower.indexOf('\r', at))));
  }

  private void accept(Talk talk) {
    while (true) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> talk(talk, socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private static void talk(Talk talk, Socket socket) {
    try (socket) {
      talk.with(socket);
    } catch (Exception over) {
      // The other side has gone, or the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    threads.shutdownNow();
  }
}
