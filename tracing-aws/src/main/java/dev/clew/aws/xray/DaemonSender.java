// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.segment.Document;
import dev.clew.aws.segment.Segments;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;

/**
 * Sends segment documents to an X-Ray daemon or an agent, one to a datagram. Nobody acknowledges
 * them: what is lost on the way, or there, nobody knows of.
 */
final class DaemonSender implements Sender {

  private static final byte[] HEADER =
      "{\"format\": \"json\", \"version\": 1}\n".getBytes(StandardCharsets.US_ASCII);

  private final DaemonAddress address;
  private final Collection<String> annotated;
  private DatagramSocket socket;

  /**
   * One that sends annotations.
   *
   * @param annotated keys of attributes
   */
  DaemonSender(DaemonAddress address, Collection<String> annotated) {
    this.address = address;
    this.annotated = annotated;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    Segments segments = Segments.of(batch, annotated);
    try {
      for (Document document : segments.documents()) {
        ByteArrayOutputStream datagram = new ByteArrayOutputStream();
        datagram.write(HEADER);
        datagram.write(document.bytes());
        connected().send(new DatagramPacket(datagram.toByteArray(), datagram.size()));
      }
    } catch (IOException unreachable) {
      // Its name may be that of another host next time.
      close();
      throw unreachable;
    }
    return segments.unreadable() == 0
        ? SendResult.success()
        : SendResult.partial(segments.unreadable(), "no spans");
  }

  /** So that a daemon which is not there is noticed, where the host tells. */
  private DatagramSocket connected() throws IOException {
    if (socket == null) {
      DatagramSocket made = new DatagramSocket();
      try {
        made.connect(new InetSocketAddress(address.host(), address.port()));
      } catch (IOException | RuntimeException failed) {
        made.close();
        throw failed;
      }
      socket = made;
    }
    return socket;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
