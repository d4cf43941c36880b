// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Sends requests to the server under test. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  /** Where a path is on the server under test. */
  public static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + System.getProperty("it.port.http") + path);
  }

  /**
   * Sends a GET.
   *
   * @param headers name, value, name, value
   */
  public static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a GET so many times, side by side, and waits for all answers, whatever they are. */
  static void sideBySide(String path, int times) {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).GET().build();
    CompletableFuture.allOf(
            IntStream.range(0, times)
                .mapToObj(i -> CLIENT.sendAsync(request, BodyHandlers.discarding()))
                .toArray(CompletableFuture[]::new))
        .join();
  }
}
