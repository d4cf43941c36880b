// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The OpenTelemetry Java agent traces the server already: nothing is traced twice. */
@Shows(Capability.JOINS)
@OnlyOn("wildfly-agent")
class AgentIT extends TracedOnce {

  @Deployment(name = "orders", testable = false, order = 4)
  public static WebArchive orders() {
    return traced(
        "orders", Destinations.class, Factories.class, OrderListener.class, OrdersResource.class);
  }

  @Override
  String service(String application) {
    return "agent";
  }

  @Test
  void messageIsSentOnceAndProcessedOnce() throws Exception {
    Http.get("/orders/api/orders/field");

    assertTree(
        4,
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

    assertTree(
        2,
        """
        agent: GET /front/api/orders/{id}/async (server)
          agent: dev.clew.it.app.Steps.count (internal)
        """);
  }
}
