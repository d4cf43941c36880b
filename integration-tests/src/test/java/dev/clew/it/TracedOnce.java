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
import dev.clew.it.harness.Http;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Server;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds wherever somebody else traces, too: each step is one span, and all are one trace. */
@ExtendWith(ArquillianExtension.class)
abstract class TracedOnce {

  /** What a server's own OpenTelemetry asks for before it records. */
  private static final Map<String, String> TELEMETRY =
      Map.of(
          "otel.sdk.disabled",
          "false",
          "otel.exporter.otlp.protocol",
          "http/protobuf",
          "otel.metrics.exporter",
          "none",
          "otel.logs.exporter",
          "none");

  @Deployment(name = "front", testable = false, order = 1)
  public static WebArchive front() {
    return traced("front", OrderResource.class, Steps.class, BackClient.class);
  }

  @Deployment(name = "back", testable = false, order = 2)
  public static WebArchive back() {
    return traced("back", ItemResource.class, Shelf.class);
  }

  @Deployment(name = "stock", testable = false, order = 3)
  public static WebArchive stock() {
    return traced("stock", StockResource.class, StockSource.class);
  }

  static WebArchive traced(String name, Class<?>... classes) {
    WebArchive archive = Wars.traced(name, TELEMETRY, classes).addClass(Api.class);
    Server.current().share(archive);
    return archive;
  }

  /** The name of the service that an application's spans belong to. */
  abstract String service(String application);

  @ParameterizedTest
  @CsvSource({
    "orders/7, /front/api/orders/{id}, askByRestClient",
    "orders/7/by-client, /front/api/orders/{id}/by-client, askByClient"
  })
  void callIsOneClientSpanAndOneServerSpan(String path, String route, String step)
      throws Exception {
    Http.get("/front/api/" + path);

    assertTree(
        5,
        """
        %1$s: GET %3$s (server)
          %1$s: dev.clew.it.app.Steps.%4$s (internal)
            %1$s: GET (client)
              %2$s: GET /back/api/items/{id} (server)
                %2$s: find on shelf (internal)
        """
            .formatted(service("front"), service("back"), route, step));
  }

  @Test
  void statementIsOneSpan() throws Exception {
    Http.get("/stock/api/stock/field");

    assertTree(
        2,
        """
        %1$s: GET /stock/api/stock/field (server)
          %1$s: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
        """
            .formatted(service("stock")));
  }

  /** Payara leaves slashes out of the names of its own spans. */
  static void assertTree(int spans, String expected) {
    String received = OtlpReceiver.shared().takeTrace(spans).tree();
    assertThat(received.replace("/", "")).isEqualToNormalizingNewlines(expected.replace("/", ""));
  }
}
