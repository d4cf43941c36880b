// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Goes shopping. */
final class Customer {

  static final String ORDER =
      """
      {"customer":"Ariadne","items":[{"sku":"thread","quantity":2},{"sku":"lamp","quantity":1}]}""";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** Places the order, and tells what the shop answered. */
  HttpResponse<String> checkout(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(ORDER))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
