// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Posts over one connection, which is kept: no threads, no redirects, no cookies, no credentials of
 * the application, and an end to everything. RATIONALE.md says why none of the JDK's clients does.
 *
 * <p>For one thread, but for {@link #close}.
 */
final class HttpPost {

  /** What is posted. May be written twice. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Target target;
  private final String head;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
  private volatile Wire current;
  private volatile boolean closed;

  HttpPost(Target target, boolean gzip) {
    this.target = target;
    this.head = head(target, gzip);
  }

  private static String head(Target target, boolean gzip) {
    StringBuilder head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
    head.append("Host: ").append(target.authority()).append("\r\n");
    head.append("User-Agent: Clew-OTLP-Exporter\r\n");
    head.append("Content-Type: application/x-protobuf\r\n");
    head.append(gzip ? "Content-Encoding: gzip\r\n" : "");
    for (Map.Entry<String, String> header : target.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head + "Content-Length: ";
  }

  /**
   * Posts once. A connection that was kept may have been closed by the other side just then: where
   * that is so, and nothing was answered, it is tried again on a new one.
   *
   * @param lengthAndMore the length of the body, and lines of the head after it
   */
  HttpAnswer post(String lengthAndMore, Body body, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Wire kept = current;
    if (kept != null && kept.isIdle()) {
      HttpReader reader = new HttpReader(kept);
      try {
        return exchange(kept, reader, lengthAndMore, body, deadline);
      } catch (IOException failed) {
        if (reader.hasStarted() || closed || System.nanoTime() - deadline >= 0) {
          throw failed;
        }
      }
    }
    discard();
    Wire fresh = connect(deadline);
    return exchange(fresh, new HttpReader(fresh), lengthAndMore, body, deadline);
  }

  private HttpAnswer exchange(
      Wire wire, HttpReader reader, String lengthAndMore, Body body, long deadline)
      throws IOException {
    boolean keep = false;
    try {
      wire.deadline(deadline);
      HttpAnswer answer = answer(wire, reader, lengthAndMore, body);
      keep = answer.keep();
      return answer;
    } finally {
      if (!keep) {
        discard();
      }
    }
  }

  /** A server may answer, and close, before it has read all: 413, say. Then that is the answer. */
  private HttpAnswer answer(Wire wire, HttpReader reader, String lengthAndMore, Body body)
      throws IOException {
    try {
      WireOutput out = new WireOutput(wire, buffer);
      out.write((head + lengthAndMore + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      body.writeTo(out);
      out.flush();
    } catch (IOException unread) {
      try {
        return reader.read().withoutConnection();
      } catch (IOException nothing) {
        throw unread;
      }
    }
    return reader.read();
  }

  private Wire connect(long deadline) throws IOException {
    IOException last = null;
    for (InetAddress address : InetAddress.getAllByName(target.host())) {
      try {
        return connect(new InetSocketAddress(address, target.port()), deadline);
      } catch (IOException failed) {
        discard();
        if (last != null) {
          failed.addSuppressed(last);
        }
        last = failed;
      }
    }
    throw last;
  }

  private Wire connect(InetSocketAddress address, long deadline) throws IOException {
    PlainWire plain = PlainWire.open();
    keep(plain);
    plain.deadline(deadline);
    plain.connect(address);
    if (target.tls() == null) {
      return plain;
    }
    TlsWire secure = new TlsWire(plain, engine());
    secure.handshake();
    keep(secure);
    return secure;
  }

  private SSLEngine engine() {
    SSLEngine engine = target.tls().createSSLEngine(target.host(), target.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  private void keep(Wire wire) throws IOException {
    current = wire;
    if (closed) {
      discard();
      throw new IOException("closed");
    }
  }

  private void discard() {
    Wire wire = current;
    current = null;
    if (wire != null) {
      try {
        wire.close();
      } catch (IOException gone) {
        // It is of no more use in any case.
      }
    }
  }

  /** Ends what is under way and everything that follows. For any thread. */
  void close() {
    closed = true;
    discard();
  }
}
