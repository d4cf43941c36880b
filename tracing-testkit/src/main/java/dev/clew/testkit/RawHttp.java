// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Writes requests byte by byte, as attackers do. */
final class RawHttp {

  private final URI base;

  RawHttp(URI base) {
    this.base = base;
  }

  /**
   * Sends a request and waits until the server closes the connection.
   *
   * @param headers with line ends, as in {@code "A: b\r\n"}
   * @return the status line; empty where the server gave none
   */
  String send(String method, String path, String headers) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(60_000);
      byte[] answer = exchange(socket, request(method, path, headers));
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\r');
      return end < 0 ? text : text.substring(0, end);
    }
  }

  /** Sends a request, reads the first bytes of the answer, and resets the connection. */
  void sendAndAbort(String path) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(60_000);
      socket.setReceiveBufferSize(4096);
      socket.getOutputStream().write(request("GET", path, ""));
      socket.getInputStream().readNBytes(16);
      socket.setSoLinger(true, 0);
    }
  }

  private byte[] request(String method, String path, String headers) {
    String text =
        "%s %s%s HTTP/1.1\r\nHost: %s:%d\r\n%sConnection: close\r\n\r\n"
            .formatted(method, base.getPath(), path, base.getHost(), base.getPort(), headers);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A server may refuse the rest of a request it finds too long. */
  private static byte[] exchange(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      return in.readAllBytes();
    } catch (IOException refused) {
      return new byte[0];
    }
  }
}
