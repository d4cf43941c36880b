// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.messages.ContextResource;
import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the container's JMS, in an application that knows nothing of tracing. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.JMS)
class MessagesIT {

  @Deployment(testable = false)
  public static WebArchive orders() {
    return Wars.traced(
        "orders",
        Api.class,
        ContextResource.class,
        Destinations.class,
        Factories.class,
        OrderListener.class,
        OrdersResource.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/field", "orders/setter", "orders/produced"})
  void messageIsProcessedInTheTraceOfTheRequest(String way) throws Exception {
    assertProcessedInTheTraceOfTheRequest(way);
  }

  @ParameterizedTest
  @Shows(Capability.JMS_CONTEXT)
  @ValueSource(strings = {"context/request", "context/transaction"})
  void messageOfAnInjectedContextIsToo(String way) throws Exception {
    assertProcessedInTheTraceOfTheRequest(way);
  }

  private static void assertProcessedInTheTraceOfTheRequest(String way) throws Exception {
    assertThat(Http.get("/orders/api/" + way).body()).isEqualTo("sent");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(4);
    assertThat(trace.tree())
        .isEqualTo(
            """
            orders: GET /orders/api/%s (server)
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

  @Test
  @Shows(Capability.JMS_CONTEXT)
  void messageOfATransactionThatIsUndoneIsProcessedByNobody() throws Exception {
    assertThat(Http.get("/orders/api/context/undone").body()).isEqualTo("not sent");
    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualTo(
            """
            orders: GET /orders/api/context/undone (server)
              orders: send orders (producer)
            """);
  }

  @Test
  @Shows(Capability.JMS_CONTEXT)
  void injectedContextRefusesWhatItRefusesWithoutTracing() throws Exception {
    assertThat(Http.get("/orders/api/context/refused").body()).isEqualTo("5");
    OtlpReceiver.shared().takeTrace(1);
  }
}
