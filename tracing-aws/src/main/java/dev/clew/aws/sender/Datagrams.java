// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

/**
 * Datagrams to an agent. Nobody acknowledges them; but where nobody listens, the agent's host says
 * so, and then they have not arrived. For one thread.
 */
public final class Datagrams implements Closeable {

  /** For such an answer; on the same host it is there at once. */
  private static final int PATIENCE_MILLIS = 1;

  private final String host;
  private final int port;
  private DatagramSocket socket;

  /** Those to one address, which is looked up anew where it could not be reached. */
  public Datagrams(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Sends all of them.
   *
   * @throws IOException where nobody listens, as far as anybody tells
   */
  public void send(Iterable<byte[]> datagrams) throws IOException {
    try {
      for (byte[] each : datagrams) {
        connected().send(new DatagramPacket(each, each.length));
      }
      awaitRefusal(connected());
    } catch (IOException unreachable) {
      close();
      throw unreachable;
    }
  }

  private DatagramSocket connected() throws IOException {
    if (socket == null) {
      DatagramSocket made = new DatagramSocket();
      try {
        made.setSoTimeout(PATIENCE_MILLIS);
        made.connect(new InetSocketAddress(host, port));
      } catch (IOException | RuntimeException failed) {
        made.close();
        throw failed;
      }
      socket = made;
    }
    return socket;
  }

  /** The host's answer comes with the next thing that is asked of the socket. */
  private static void awaitRefusal(DatagramSocket socket) throws IOException {
    try {
      socket.receive(new DatagramPacket(new byte[1], 1));
    } catch (SocketTimeoutException nothingWasSaid) {
      // As it should be.
    }
  }

  /** The address, as a URL. */
  @Override
  public String toString() {
    return "udp://" + host + ":" + port;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
