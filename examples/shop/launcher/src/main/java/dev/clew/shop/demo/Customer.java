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

  /** An order of one thing. */
  static String order(String sku) {
    return "{\"customer\":\"Ariadne\",\"items\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(sku);
  }

  /** Places the order, and tells what the shop answered. */
  HttpResponse<String> checkout(URI address) throws IOException, InterruptedException {
    return visit(address, ORDER);
  }

  /**
   * Tells what the shop answered.
   *
   * @param order what is ordered; null to ask for something
   */
  HttpResponse<String> visit(URI address, String order) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    if (order != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(order));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
