// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody acknowledges datagrams, but hosts tell where nobody takes them. */
class DatagramsTest {

  private static final byte[] ONE = {1};

  @Test
  void agentThatIsNotThereIsNoticedAndReachedOnceItIs() throws IOException {
    try (DatagramSocket reserved = bound(0);
        Datagrams datagrams = new Datagrams("127.0.0.1", reserved.getLocalPort())) {
      // It hears one address only, and keeps the port from others.
      reserved.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
      assertThat(refused(datagrams)).isPositive();

      try (DatagramSocket agent = bound(reserved.getLocalPort())) {
        datagrams.send(List.of(ONE));
        agent.setSoTimeout(60_000);
        DatagramPacket packet = new DatagramPacket(new byte[10], 10);
        agent.receive(packet);
        assertThat(packet.getLength()).isEqualTo(1);
      }
    }
  }

  /** Each on a socket of its own, so that none hears of what became of the one before. */
  private static int refused(Datagrams datagrams) {
    int refused = 0;
    for (int i = 0; i < 50; i++) {
      datagrams.close();
      try {
        datagrams.send(List.of(ONE));
      } catch (IOException notThere) {
        refused++;
      }
    }
    datagrams.close();
    return refused;
  }

  private static DatagramSocket bound(int port) throws IOException {
    DatagramSocket socket = new DatagramSocket(null);
    socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }
}
