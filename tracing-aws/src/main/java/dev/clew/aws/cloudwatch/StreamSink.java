// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/** A connection to an agent, which is kept, and made again where it broke. */
final class StreamSink implements LogSink {

  private final String host;
  private final int port;
  private volatile Socket socket;

  StreamSink(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public void write(List<byte[]> lines, Duration timeout) throws IOException {
    try {
      OutputStream out = connected(timeout).getOutputStream();
      for (byte[] line : lines) {
        out.write(line);
      }
    } catch (IOException broken) {
      close();
      throw broken;
    }
  }

  private Socket connected(Duration timeout) throws IOException {
    if (socket != null && isClosedByAgent(socket)) {
      close();
    }
    if (socket == null) {
      Socket made = new Socket();
      socket = made;
      made.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
      made.setSoTimeout(1);
    }
    return socket;
  }

  /** The first thing that is written after that would be lost without a word. */
  private static boolean isClosedByAgent(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void abort() {
    Socket current = socket;
    if (current != null) {
      try {
        current.close();
      } catch (IOException closedAnyhow) {
        // It is not used any more.
      }
    }
  }

  @Override
  public void close() throws IOException {
    Socket current = socket;
    socket = null;
    if (current != null) {
      current.close();
    }
  }
}
