// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one HTTP/1.1 answer to a POST (RFC 9112), and no more of it than is of use: a head of 32 kB
 * and a body of 64 kB at most.
 */
final class HttpReader {

  private static final int MAX_HEAD = 32 << 10;
  private static final int MAX_BODY = 64 << 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d( .*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

  private final Wire wire;
  private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10).flip();
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int headBytes;
  private boolean started;

  HttpReader(Wire wire) {
    this.wire = wire;
  }

  /** Whether anything of an answer has come. */
  boolean hasStarted() {
    return started;
  }

  /**
   * Reads the answer. Once its status is known, nothing that is wrong with the rest is an error.
   */
  HttpAnswer read() throws IOException {
    String statusLine = readHead();
    int status = status(statusLine);
    boolean complete = isBodyRead(status);
    boolean keep =
        complete
            && statusLine.startsWith("HTTP/1.1")
            && !header("connection").toLowerCase(Locale.ROOT).contains("close")
            && !buffer.hasRemaining();
    return new HttpAnswer(
        status,
        header("content-type"),
        headers.get("retry-after"),
        complete ? body.toByteArray() : new byte[0],
        keep);
  }

  private String readHead() throws IOException {
    String statusLine;
    do {
      headers.clear();
      statusLine = line();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.putIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
        }
      }
    } while (status(statusLine) / 100 == 1);
    return statusLine;
  }

  private static int status(String line) throws ProtocolException {
    if (!STATUS.matcher(line).matches()) {
      throw new ProtocolException(
          "not an HTTP answer: " + line.substring(0, Math.min(80, line.length())));
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private boolean isBodyRead(int status) {
    try {
      if (status == 204 || status == 304) {
        return true;
      }
      if (header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
        return readChunks();
      }
      String length = header("content-length");
      if (length.isEmpty()) {
        return readToEnd();
      }
      return LENGTH.matcher(length).matches() && readBytes(Integer.parseInt(length));
    } catch (IOException brokenOff) {
      return false;
    }
  }

  private boolean readChunks() throws IOException {
    while (true) {
      String size = line().replaceFirst("\\s*;.*", "").trim();
      if (!size.matches("\\p{XDigit}{1,7}")) {
        return false;
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return skipTrailers();
      }
      if (!readBytes(length) || !line().isEmpty()) {
        return false;
      }
    }
  }

  private boolean skipTrailers() throws IOException {
    while (!line().isEmpty()) {
      // Nobody asked for trailers.
    }
    return true;
  }

  /** A body that ends with the connection, which is of no more use then. */
  private boolean readToEnd() throws IOException {
    headers.put("connection", "close");
    while (body.size() < MAX_BODY) {
      if (!fill()) {
        return true;
      }
      takeBody(buffer.remaining());
    }
    return false;
  }

  private boolean readBytes(int length) throws IOException {
    if (length > MAX_BODY - body.size()) {
      return false;
    }
    int left = length;
    while (left > 0) {
      if (!fill()) {
        return false;
      }
      left -= takeBody(left);
    }
    return true;
  }

  private int takeBody(int most) {
    int count = Math.min(most, buffer.remaining());
    body.write(buffer.array(), buffer.position(), count);
    buffer.position(buffer.position() + count);
    return count;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (!fill()) {
        throw new EOFException("closed before the answer was complete");
      }
      char next = (char) (buffer.get() & 0xff);
      if (++headBytes > MAX_HEAD) {
        throw new ProtocolException("the answer's head is longer than " + MAX_HEAD + " bytes");
      }
      if (next == '\n') {
        int end = line.length();
        boolean carriage = end > 0 && line.charAt(end - 1) == '\r';
        return line.substring(0, carriage ? end - 1 : end);
      }
      line.append(next);
    }
  }

  /** Sees that there is something to take; {@code false} at the end. */
  private boolean fill() throws IOException {
    if (buffer.hasRemaining()) {
      return true;
    }
    buffer.clear();
    int count;
    try {
      count = wire.read(buffer);
    } finally {
      buffer.flip();
    }
    started |= count > 0;
    return count > 0;
  }
}
