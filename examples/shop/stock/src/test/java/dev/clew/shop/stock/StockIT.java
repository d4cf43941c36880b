// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Traces;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the service records on WildFly; the testkit adds the drop-in, and brings the spans. */
@ExtendWith(ArquillianExtension.class)
class StockIT {

  @Deployment
  public static WebArchive stock() {
    return ShrinkWrap.create(WebArchive.class, "stock.war")
        .addPackage(Warehouse.class.getPackage())
        .addAsResource("META-INF/microprofile-config.properties");
  }

  @Test
  @RunAsClient
  void reservationIsOneTrace(@ArquillianResource URI stock, Traces traces) throws Exception {
    HttpResponse<String> answer = reserve(stock, "client", "thread", traces.traceparent());
    assertThat(answer.statusCode()).isEqualTo(204);

    assertThatTrace(traces)
        .hasTree(
            """
            stock: POST /stock/reservations (server)
              > *.Warehouse.reserve
              > [UPDATE stock (client), INSERT reservations (client)]
            """)
        .hasNoErrors()
        .root()
        .hasRemoteParent()
        .hasAttribute("http.response.status_code", 204);
  }

  @Test
  @RunAsClient
  void whatIsOutOfStockFailsInTheWarehouse(@ArquillianResource URI stock, Traces traces)
      throws Exception {
    assertThat(reserve(stock, "other", "sword").statusCode()).isEqualTo(409);

    assertThatTrace(traces)
        .hasTree("POST /stock/reservations > *.Warehouse.reserve (error) > UPDATE stock")
        .span("*.Warehouse.reserve")
        .hasException(OutOfStockException.class);
  }

  @Inject Warehouse warehouse;
  @Inject Traces traces;

  @Test
  void beanWithinTheServerIsTraced() {
    warehouse.reserve("within", List.of(new Item("spindle", 1)), false);

    assertThatTrace(traces)
        .hasTree("*.Warehouse.reserve > [UPDATE stock, INSERT reservations]")
        .root()
        .hasAttribute("clew.shop.order_id", "within");
  }

  private static HttpResponse<String> reserve(
      URI stock, String order, String sku, String... traceparent) throws Exception {
    String body =
        "{\"orderId\":\"%s\",\"items\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(order, sku);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stock.resolve("reservations"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (String value : traceparent) {
      request.header("traceparent", value);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
