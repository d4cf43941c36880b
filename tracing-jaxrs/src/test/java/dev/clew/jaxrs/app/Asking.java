// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Somebody who asks and is not traced. */
public final class Asking {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Asking() {}

  /** Asks, and waits for the answer. */
  public static HttpResponse<String> get(URI base, String path, String... headers)
      throws Exception {
    return CLIENT.send(request(base, path, headers), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks, and waits for nothing. */
  public static CompletableFuture<HttpResponse<String>> getLater(URI base, String path) {
    return CLIENT.sendAsync(request(base, path), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(URI base, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
