// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * An agent as CloudWatch's: reads a connection to its end, line by line, and closes it. It can do
 * otherwise, go away, and come back: nobody else gets its port meanwhile.
 */
final class FaultyAgent implements Closeable {

  /** What becomes of a connection. */
  enum Fault {
    NONE,
    CLOSES_AT_ONCE,
    CLOSES_MID_LINE,
    READS_NOTHING,
    RESETS_WHAT_IT_HAS_READ
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SocketChannel port = SocketChannel.open();
  private final Queue<Socket> silent = new ConcurrentLinkedQueue<>();
  private final IntFunction<Fault> faults;
  private final Consumer<JsonNode> events;
  private volatile int connections;
  private ServerSocketChannel listening;

  /**
   * One that is not there yet.
   *
   * @param faults of each connection, by its number from 1
   * @param events gets those of connections that were read to their end, before they are closed
   */
  FaultyAgent(IntFunction<Fault> faults, Consumer<JsonNode> events) throws IOException {
    this.faults = faults;
    this.events = events;
    port.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  FaultyAgent come() throws IOException {
    ServerSocketChannel opened = ServerSocketChannel.open();
    opened.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    opened.bind(port.getLocalAddress());
    listening = opened;
    Thread thread = new Thread(() -> serve(opened), "agent");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  String uri() throws IOException {
    return "tcp://127.0.0.1:" + ((InetSocketAddress) port.getLocalAddress()).getPort();
  }

  /** How many there have been. */
  int connections() {
    return connections;
  }

  private void serve(ServerSocketChannel opened) {
    try {
      while (true) {
        Socket connection = opened.accept().socket();
        connections++;
        carefully(connection, faults.apply(connections));
      }
    } catch (IOException gone) {
      if (opened.isOpen()) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  /** Whoever goes away in the middle takes nothing else along. */
  private void carefully(Socket connection, Fault fault) {
    try {
      handle(connection, fault);
    } catch (IOException | UncheckedIOException incomplete) {
      // What was not read to its end does not count.
    }
  }

  private void handle(Socket connection, Fault fault) throws IOException {
    if (fault == Fault.READS_NOTHING) {
      silent.add(connection);
      return;
    }
    try (connection) {
      if (fault == Fault.CLOSES_MID_LINE) {
        connection.getInputStream().readNBytes(10);
      } else if (fault != Fault.CLOSES_AT_ONCE) {
        List<String> lines = lines(connection);
        if (fault == Fault.NONE) {
          for (String line : lines) {
            events.accept(JSON.readTree(line));
          }
        } else {
          connection.setSoLinger(true, 0);
        }
      }
    }
  }

  private static List<String> lines(Socket connection) throws IOException {
    return new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  @Override
  public void close() throws IOException {
    if (listening != null) {
      listening.close();
    }
    for (Socket each : silent) {
      each.close();
    }
    port.close();
  }
}
