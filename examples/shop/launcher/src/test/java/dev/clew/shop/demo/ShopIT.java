// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop as its customers see it, while the demo shows their traces. */
class ShopIT {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/orders");

  private static StartedDemo demo;
  private static URI orders;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws IOException {
    demo = StartedDemo.start();
    demo.awaitSaying("Ctrl-C ends it");
    Matcher address = ADDRESS.matcher(demo.said());
    assertThat(address.find()).isTrue();
    orders = URI.create(address.group());
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Test
  void keepsAnOrderWithItsPrice() throws Exception {
    HttpResponse<String> answer = order("", item("thread", 3), item("spindle", 1));
    assertThat(answer.statusCode()).isEqualTo(201);

    URI created = URI.create(answer.headers().firstValue("Location").orElseThrow());
    JsonNode order = new ObjectMapper().readTree(send(HttpRequest.newBuilder(created)).body());
    assertThat(order.get("totalCents").intValue()).isEqualTo(1_950);
    assertThat(order.at("/items/0/sku").textValue()).isEqualTo("thread");
    assertThat(order.at("/items/0/quantity").intValue()).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNotSold() throws Exception {
    HttpResponse<String> answer = order("", item("sword", 1));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("no such product: sword");
  }

  @Test
  void reservesAllOfAnOrderOrNothing() throws Exception {
    HttpResponse<String> tooMany = order("", item("lamp", 4), item("thread", 1_000_000));
    assertThat(tooMany.statusCode()).isEqualTo(409);
    assertThat(tooMany.body()).isEqualTo("out of stock: thread, 1000000 wanted");

    assertThat(order("", item("lamp", 4)).statusCode()).isEqualTo(201);
    assertThat(order("", item("lamp", 4)).statusCode()).isEqualTo(409);
  }

  @Test
  void tracesAnOrderThatFails() throws Exception {
    HttpResponse<String> answer = order("?fail=stock", item("spindle", 1));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).isEqualTo("stock answered 500");
    demo.awaitSaying("The error started in stock, INSERT reservations");
  }

  private HttpResponse<String> order(String query, String... items) throws Exception {
    String order = "{\"customer\":\"Theseus\",\"items\":[%s]}".formatted(String.join(",", items));
    return send(
        HttpRequest.newBuilder(URI.create(orders + query))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(order)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String item(String sku, int quantity) {
    return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
  }
}
