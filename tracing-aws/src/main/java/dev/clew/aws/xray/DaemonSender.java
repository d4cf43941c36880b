// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.segment.Document;
import dev.clew.aws.segment.Segments;
import dev.clew.aws.sender.Datagrams;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * Sends segment documents to an X-Ray daemon or an agent, one to a datagram. What is lost on the
 * way, or there, nobody knows of.
 */
final class DaemonSender implements Sender {

  private static final byte[] HEADER =
      "{\"format\": \"json\", \"version\": 1}\n".getBytes(StandardCharsets.US_ASCII);

  private final Datagrams daemon;
  private final Collection<String> annotated;

  /**
   * One that sends annotations.
   *
   * @param annotated keys of attributes
   */
  DaemonSender(DaemonAddress address, Collection<String> annotated) {
    this.daemon = new Datagrams(address.host(), address.port());
    this.annotated = annotated;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    Segments segments = Segments.of(batch, annotated);
    daemon.send(() -> segments.documents().stream().map(DaemonSender::datagram).iterator());
    return segments.unreadable() == 0
        ? SendResult.success()
        : SendResult.partial(segments.unreadable(), "no spans");
  }

  private static byte[] datagram(Document document) {
    byte[] body = document.bytes();
    byte[] datagram = Arrays.copyOf(HEADER, HEADER.length + body.length);
    System.arraycopy(body, 0, datagram, HEADER.length, body.length);
    return datagram;
  }

  @Override
  public String target() {
    return daemon.toString();
  }

  @Override
  public void close() {
    daemon.close();
  }
}
