// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.BackClient;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.OrderResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.app.Steps;
import dev.clew.it.app.StockResource;
import dev.clew.it.app.StockSource;
import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenTelemetry Java agent traces the server already: nothing is traced twice. */
@Shows(Capability.JOINS)
@OnlyOn("wildfly-agent")
@ExtendWith(ArquillianExtension.class)
class AgentIT {

  @Deployment(name = "front", testable = false, order = 1)
  public static WebArchive front() {
    return Wars.traced("front", Api.class, OrderResource.class, Steps.class, BackClient.class);
  }

  @Deployment(name = "back", testable = false, order = 2)
  public static WebArchive back() {
    return Wars.traced("back", Api.class, ItemResource.class, Shelf.class);
  }

  @Deployment(name = "stock", testable = false, order = 3)
  public static WebArchive stock() {
    return Wars.traced("stock", Api.class, StockResource.class, StockSource.class);
  }

  @Deployment(name = "orders", testable = false, order = 4)
  public static WebArchive orders() {
    return Wars.traced(
        "orders",
        Api.class,
        Destinations.class,
        Factories.class,
        OrderListener.class,
        OrdersResource.class);
  }

  @ParameterizedTest
  @CsvSource({
    "orders/7, /front/api/orders/{id}, askByRestClient",
    "orders/7/by-client, /front/api/orders/{id}/by-client, askByClient"
  })
  void callIsOneClientSpanAndOneServerSpan(String path, String route, String step)
      throws Exception {
    Http.get("/front/api/" + path);

    assertThat(OtlpReceiver.shared().takeTrace(5).tree())
        .isEqualToNormalizingNewlines(
            """
            agent: GET %s (server)
              agent: dev.clew.it.app.Steps.%s (internal)
                agent: GET (client)
                  agent: GET /back/api/items/{id} (server)
                    agent: find on shelf (internal)
            """
                .formatted(route, step));
  }

  @Test
  void statementIsOneSpan() throws Exception {
    Http.get("/stock/api/stock/field");

    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualToNormalizingNewlines(
            """
            agent: GET /stock/api/stock/field (server)
              agent: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
            """);
  }

  @Test
  void messageIsSentOnceAndProcessedOnce() throws Exception {
    Http.get("/orders/api/orders/field");

    assertThat(OtlpReceiver.shared().takeTrace(4).tree())
        .isEqualToNormalizingNewlines(
            """
            agent: GET /orders/api/orders/field (server)
              agent: orders publish (producer)
                agent: orders process (consumer)
                  agent: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
            """);
  }

  @Test
  void workOnAnotherThreadIsInTheTrace() throws Exception {
    Http.get("/front/api/orders/7/async");

    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualToNormalizingNewlines(
            """
            agent: GET /front/api/orders/{id}/async (server)
              agent: dev.clew.it.app.Steps.count (internal)
            """);
  }
}
