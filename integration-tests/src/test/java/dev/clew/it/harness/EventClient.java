// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Listens to a stream of server-sent events of the server under test. */
public final class EventClient implements AutoCloseable {

  private static final int MILLIS = 20_000;

  private final HttpURLConnection connection;
  private final BufferedReader lines;

  private EventClient(String path) throws IOException {
    connection = (HttpURLConnection) Http.uri(path).toURL().openConnection();
    connection.setReadTimeout(MILLIS);
    connection.setRequestProperty("Accept", "text/event-stream");
    InputStream body = connection.getInputStream();
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Asks for a stream. */
  public static EventClient open(String path) throws IOException {
    return new EventClient(path);
  }

  /** The next line that says something, or {@code null} at the end. */
  public String next() throws IOException {
    String line;
    do {
      line = lines.readLine();
    } while (line != null && line.isBlank());
    return line;
  }

  /** All lines until the end that say something. */
  public List<String> rest() throws IOException {
    List<String> all = new ArrayList<>();
    for (String line = next(); line != null; line = next()) {
      all.add(line);
    }
    return all;
  }

  /** Goes away, whether the stream has ended or not. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
