// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.otlp.Encoding;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A collector in this process, on a free port, and somebody who talks to it. */
public final class StartedConsole implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Console console;

  private StartedConsole(Console console) {
    this.console = console;
  }

  /** Starts one with options and their values in turn. */
  public static StartedConsole in(Path directory, Object... options) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put(ConsoleOptions.PORT.key(), "0");
    values.put(ConsoleOptions.DIRECTORY.key(), directory.toString());
    for (int i = 0; i < options.length; i += 2) {
      values.put(((Option<?>) options[i]).key(), options[i + 1].toString());
    }
    return new StartedConsole(Console.start(Settings.of(values)));
  }

  /** Where a path is. */
  public URI uri(String path) {
    return console.uri().resolve(path);
  }

  /** What is answered at a path. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /** What is answered at a path to a question with a header. */
  public HttpResponse<byte[]> get(String path, String header, String value)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).header(header, value).build(),
        BodyHandlers.ofByteArray());
  }

  /** Sends spans; the status of the answer. */
  public int send(ExportTraceServiceRequest request) throws IOException, InterruptedException {
    return post(Encoding.PROTOBUF, request.toByteArray()).statusCode();
  }

  /** Sends a body, with names and values of headers in turn. */
  public HttpResponse<byte[]> post(Encoding encoding, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/v1/traces"))
            .header("Content-Type", encoding.mediaType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() throws ServletException {
    console.close();
  }
}
