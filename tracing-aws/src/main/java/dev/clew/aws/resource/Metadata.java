// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks services on the own host, within a time that all requests together must not exceed. Follows
 * no redirects and uses no proxy. For one thread at a time; {@link #giveUp} from any.
 */
final class Metadata {

  private static final int MAX_BODY = 64 * 1024;

  private final long deadline;
  private volatile HttpURLConnection current;
  private volatile boolean givenUp;

  /** One for requests from now on. */
  Metadata(long millis) {
    this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  String get(String url, Map<String, String> headers) throws IOException {
    return request("GET", url, headers);
  }

  /**
   * The body of the answer.
   *
   * @throws IOException where there is none in time, or it is none that was asked for
   */
  String request(String method, String url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
    current = connection;
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestMethod(method);
      headers.forEach(connection::setRequestProperty);
      connection.setConnectTimeout(remaining());
      connection.setReadTimeout(remaining());
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("status " + status);
      }
      return body(connection);
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
    }
  }

  /** Milliseconds; more than 0, which would stand for any time. */
  private int remaining() throws IOException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (millis <= 0 || givenUp) {
      throw new IOException("no time is left");
    }
    return (int) millis;
  }

  /** Ends what is being waited for. */
  void giveUp() {
    givenUp = true;
    HttpURLConnection waiting = current;
    if (waiting != null) {
      waiting.disconnect();
    }
  }
}
