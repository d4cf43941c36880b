// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Datagrams to an agent, one a line. Nobody acknowledges them. */
final class DatagramSink implements LogSink {

  private final String host;
  private final int port;

  DatagramSink(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public void write(List<byte[]> lines, Duration timeout) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetSocketAddress address = new InetSocketAddress(host, port);
      for (byte[] line : lines) {
        socket.send(new DatagramPacket(line, line.length, address));
      }
    }
  }
}
