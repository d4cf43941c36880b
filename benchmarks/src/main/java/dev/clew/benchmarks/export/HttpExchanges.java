// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import jdk.net.ExtendedSocketOptions;

/** The requests of one connection, one after another; as much of HTTP/1.1 as exporters need. */
final class HttpExchanges {

  private static final String LENGTH = "content-length:";
  private static final int BUFFER = 1 << 16;

  private final SocketChannel connection;
  private final LongAdder spans;
  private final boolean quick;
  private ByteBuffer read = ByteBuffer.allocate(BUFFER).flip();

  HttpExchanges(SocketChannel connection, LongAdder spans) {
    this.connection = connection;
    this.spans = spans;
    this.quick = connection.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
  }

  void serve() throws IOException {
    while (true) {
      String head = head();
      ByteBuffer body = body(length(head));
      boolean asked = head.startsWith("GET /count");
      spans.add(asked ? 0 : SpanCount.of(body));
      answer(asked ? Long.toString(spans.sum()) : "");
    }
  }

  /** All up to the empty line. */
  private String head() throws IOException {
    int searched = 0;
    while (true) {
      for (int i = read.position() + searched; i + 3 < read.limit(); i++) {
        if (read.get(i) == '\r' && read.get(i + 2) == '\r') {
          int length = i + 4 - read.position();
          String head =
              new String(read.array(), read.position(), length, StandardCharsets.US_ASCII);
          read.position(i + 4);
          return head;
        }
      }
      searched = Math.max(0, read.remaining() - 3);
      more(1);
    }
  }

  private static int length(String head) {
    int field = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (field < 0) {
      return 0;
    }
    int start = field + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
  }

  private ByteBuffer body(int length) throws IOException {
    while (read.remaining() < length) {
      more(length - read.remaining());
    }
    ByteBuffer body = read.slice(read.position(), length);
    read.position(read.position() + length);
    return body;
  }

  private void more(int atLeast) throws IOException {
    if (read.capacity() - read.limit() < atLeast) {
      makeRoom(read.remaining() + atLeast);
    }
    if (quick) {
      connection.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
    int start = read.position();
    int end = read.limit();
    read.limit(read.capacity()).position(end);
    if (connection.read(read) < 0) {
      throw new EOFException();
    }
    read.limit(read.position()).position(start);
  }

  private void makeRoom(int needed) {
    if (needed > read.capacity()) {
      read = ByteBuffer.allocate(2 * needed).put(read).flip();
    } else {
      read.compact().flip();
    }
  }

  private void answer(String body) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    ByteBuffer answer = StandardCharsets.US_ASCII.encode(head + body);
    while (answer.hasRemaining()) {
      connection.write(answer);
    }
  }
}
