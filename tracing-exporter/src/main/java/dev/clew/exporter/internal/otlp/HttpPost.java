// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/** Posts, with the JDK's oldest client: it is the only one that has no threads of its own. */
final class HttpPost {

  /** More than any receiver has to say. */
  private static final int MAX_BODY = 64 << 10;

  private static final byte[] NOTHING = {};

  private final Target target;
  private volatile HttpURLConnection current;

  HttpPost(Target target) {
    this.target = target;
  }

  HttpAnswer post(byte[] body, boolean gzip, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    HttpURLConnection connection = open(body.length, gzip, timeout);
    current = connection;
    boolean complete = false;
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      byte[] answer = read(connection, deadline);
      complete = answer != null;
      return new HttpAnswer(
          status, connection.getHeaderField("Retry-After"), complete ? answer : NOTHING);
    } finally {
      current = null;
      if (!complete) {
        connection.disconnect();
      }
    }
  }

  void abort() {
    HttpURLConnection connection = current;
    if (connection != null) {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(int length, boolean gzip, Duration timeout) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) target.url().openConnection();
    if (target.sockets() != null && connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(target.sockets());
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setDoOutput(true);
    connection.setRequestMethod("POST");
    // With a length known, the JDK never sends a request a second time by itself.
    connection.setFixedLengthStreamingMode(length);
    connection.setRequestProperty("User-Agent", "Clew-OTLP-Exporter");
    target.headers().forEach(connection::setRequestProperty);
    connection.setRequestProperty("Content-Type", "application/x-protobuf");
    if (gzip) {
      connection.setRequestProperty("Content-Encoding", "gzip");
    }
    return connection;
  }

  /** The body; {@code null} where it is too long, too slow or broken off. */
  private static byte[] read(HttpURLConnection connection, long deadline) {
    InputStream error = connection.getErrorStream();
    try (InputStream in = error != null ? error : connection.getInputStream()) {
      byte[] body = in.readNBytes(MAX_BODY);
      return System.nanoTime() < deadline && in.read() < 0 ? body : null;
    } catch (IOException brokenOff) {
      return null;
    }
  }
}
