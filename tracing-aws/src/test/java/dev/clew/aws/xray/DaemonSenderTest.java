// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.SenderRun;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From spans to datagrams. */
class DaemonSenderTest {

  private static final String HEADER = "{\"format\": \"json\", \"version\": 1}\n";

  @Test
  void tracesArriveInDatagramsWithAHeader() throws IOException {
    try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SenderRun run = new SenderRun("xray")) {
      daemon.setSoTimeout(60_000);
      run.set("clew.aws.xray.protocol", "daemon")
          .set(
              "clew.aws.xray.daemon.address",
              "tcp:127.0.0.1:1 udp:127.0.0.1:" + daemon.getLocalPort())
          .traces(3, 12);
      assertThat(run.flush()).isTrue();

      Set<String> spans = new HashSet<>();
      while (spans.size() < 12) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        daemon.receive(packet);
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        assertThat(text).startsWith(HEADER);
        JsonNode document = new ObjectMapper().readTree(text.substring(HEADER.length()));
        document.findValues("id").forEach(id -> spans.add(id.asText()));
      }
      assertThat(run.problems()).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneIsReported() {
    try (SenderRun run = new SenderRun("xray")) {
      run.set("clew.aws.xray.protocol", "daemon")
          .set("clew.aws.xray.daemon.address", "nowhere")
          .tracer();

      assertThat(run.problems()).singleElement().asString().startsWith("CLEW-0713");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:2000,localhost,2000",
    "udp:10.0.0.1:3000,10.0.0.1,3000",
    "tcp:127.0.0.1:2000 udp:127.0.0.2:2001,127.0.0.2,2001",
    "udp:127.0.0.2:2001 tcp:127.0.0.1:2000,127.0.0.2,2001",
    "[::1]:2000,::1,2000",
  })
  void addressesAreReadAsTheVariableHasThem(String text, String host, int port) {
    assertThat(DaemonAddress.parse(text)).isEqualTo(new DaemonAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host", ":2000", "host:", "host:0", "host:65536", "host:x", "tcp:h:1", "a:1 b:2"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> DaemonAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyTextIsReadOrRefused() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append("tcpudp:[]. 0129x\n".charAt(random.nextInt(17)));
      }
      try {
        assertThat(DaemonAddress.parse(text.toString()).port()).isBetween(1, 65_535);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching(".+");
      }
    }
  }
}
