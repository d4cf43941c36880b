// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.parcels.DescribedListener;
import dev.clew.it.app.parcels.Door;
import dev.clew.it.app.parcels.ParcelResource;
import dev.clew.it.app.parcels.TracedListener;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedSpan;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.messaging.jms.MessageListenerInterceptor;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Message-driven beans that are bound to tracing by what is written for it, and such that fail. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.MDB)
class MessageDrivenIT {

  private static final String DESCRIPTOR =
      """
      <ejb-jar xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
        <enterprise-beans>
          <message-driven>
            <ejb-name>DescribedListener</ejb-name>
            <ejb-class>%s</ejb-class>
            <messaging-type>jakarta.jms.MessageListener</messaging-type>
            <transaction-type>Container</transaction-type>
            <activation-config>
              <activation-config-property>
                <activation-config-property-name>destinationLookup</activation-config-property-name>
                <activation-config-property-value>java:app/jms/described</activation-config-property-value>
              </activation-config-property>
            </activation-config>
          </message-driven>
        </enterprise-beans>
        <interceptors>
          <interceptor>
            <interceptor-class>%s</interceptor-class>
          </interceptor>
        </interceptors>
        <assembly-descriptor>
          <interceptor-binding>
            <ejb-name>*</ejb-name>
            <interceptor-class>%2$s</interceptor-class>
          </interceptor-binding>
        </assembly-descriptor>
      </ejb-jar>
      """;

  @Deployment(testable = false)
  public static WebArchive parcels() {
    return Wars.traced(
            "parcels",
            Api.class,
            DescribedListener.class,
            Door.class,
            ParcelResource.class,
            TracedListener.class)
        .addAsWebInfResource(
            new StringAsset(
                DESCRIPTOR.formatted(
                    DescribedListener.class.getName(), MessageListenerInterceptor.class.getName())),
            "ejb-jar.xml");
  }

  @Test
  void threeWaysTogetherGiveOneSpan() throws Exception {
    ReceivedTrace trace = send("traced", "deliver", 4);

    assertThat(trace.tree())
        .isEqualTo(
            """
            parcels: GET /parcels/api/parcels/{queue}/{fate} (server)
              parcels: send traced (producer)
                parcels: process traced (consumer)
                  parcels: open door (internal)
            """);
    assertThat(trace.span("process traced").attributes()).containsKey("clew.parcel");
  }

  @Test
  void beanOfTheDeploymentDescriptorIsTracedByDefaultInterceptor() throws Exception {
    ReceivedTrace trace = send("described", "deliver", 4);

    FinishedSpan processing = trace.span("process described");
    assertThat(processing.isChildOf(trace.span("send described"))).isTrue();
    assertThat(trace.span("open door").isChildOf(processing)).isTrue();
  }

  @Test
  void beanWhoEnumeratesPropertiesFindsItsOwn() throws Exception {
    ReceivedTrace trace = send("traced", "deliver", 4);

    assertThat(trace.span("open door").attributes()).containsEntry("clew.parcel.labels", "fragile");
  }

  @Test
  void listenerThatThrowsIsAnErrorAndItsMessageComesAgain() throws Exception {
    List<FinishedSpan> deliveries = deliveries(send("traced", "throw", 6));

    assertThat(deliveries).hasSize(2);
    assertThat(deliveries.get(0).status()).isEqualTo(StatusCode.ERROR);
    assertThat(deliveries.get(0).text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(deliveries.get(0).attributes()).doesNotContainKey("clew.messaging.delivery_count");
    assertThat(deliveries.get(1).status()).isEqualTo(StatusCode.UNSET);
    assertThat(deliveries.get(1).attributes()).containsEntry("clew.messaging.delivery_count", 2L);
  }

  @Test
  void transactionThatIsRolledBackIsAnErrorAndItsMessageComesAgain() throws Exception {
    List<FinishedSpan> deliveries = deliveries(send("traced", "rollback", 6));

    assertThat(deliveries).hasSize(2);
    assertThat(deliveries.get(0).status()).isEqualTo(StatusCode.ERROR);
    assertThat(deliveries.get(0).attributes()).containsEntry("clew.messaging.rolled_back", true);
    assertThat(deliveries.get(1).attributes())
        .containsEntry("clew.messaging.delivery_count", 2L)
        .doesNotContainKey("clew.messaging.rolled_back");
  }

  private static ReceivedTrace send(String queue, String fate, int spans) throws Exception {
    assertThat(Http.get("/parcels/api/parcels/" + queue + "/" + fate).body()).isEqualTo("sent");
    return OtlpReceiver.shared().takeTrace(spans);
  }

  private static List<FinishedSpan> deliveries(ReceivedTrace trace) {
    return trace.spans().stream()
        .map(ReceivedSpan::span)
        .filter(span -> span.name().equals("process traced"))
        .toList();
  }
}
