// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the container's JMS, in an application that knows nothing of tracing. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
class MessagesIT {

  @Deployment(testable = false)
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
  @ValueSource(strings = {"field", "setter", "produced"})
  void messageIsProcessedInTheTraceOfTheRequest(String way) throws Exception {
    assertThat(Http.get("/orders/api/orders/" + way).body()).isEqualTo("sent");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(4);
    assertThat(trace.tree())
        .isEqualTo(
            """
            orders: GET /orders/api/orders/%s (server)
              orders: send orders (producer)
                orders: process orders (consumer)
                  orders: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
            """
                .formatted(way));
    assertThat(trace.span("process orders").attributes())
        .containsEntry("messaging.system", "jms")
        .containsEntry("messaging.destination.name", "orders")
        .containsKey("messaging.message.id")
        .doesNotContainKey("clew.messaging.delivery_count");
  }
}
