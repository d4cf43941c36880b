// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.aws.propagation.XRayHeader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Where a message's headers are found. */
class ReceivedMessageTest {

  private static final String TRACE_PARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String X_RAY =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

  /** As SNS delivers a message that is not raw (SNS, "HTTP/HTTPS notification JSON format"). */
  private static final String WRAPPED =
      """
      {
        "Type" : "Notification",
        "MessageId" : "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
        "TopicArn" : "arn:aws:sns:eu-central-1:123456789012:orders",
        "Message" : "rope",
        "MessageAttributes" : {
          "traceparent" : {"Type":"String","Value":"%s"},
          "count" : {"Type":"Number","Value":3}
        }
      }"""
          .formatted(TRACE_PARENT);

  @Test
  void messageWrappedBySnsHasTheHeadersOfTheOneInside() {
    assertThat(message(WRAPPED, null).header("traceparent")).isEqualTo(TRACE_PARENT);
    assertThat(Received.Getter.INSTANCE.keys(message(WRAPPED, null)))
        .containsExactly("traceparent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rope",
        "{\"Type\":\"Notification\"",
        "{\"Type\":\"Notification\",\"MessageAttributes\":7}",
        "{\"Type\":\"Notification\",\"MessageAttributes\":{\"traceparent\":\"none\"}}",
        "{\"Type\":\"Other\",\"MessageAttributes\":{\"traceparent\":{\"Value\":\"none\"}}}"
      })
  void otherBodiesAreTheApplicationsOwn(String body) {
    assertThat(message(body, null).header("traceparent")).isNull();
  }

  @Test
  void xRaysHeaderStandsForTheOneThatIsNotThere() {
    assertThat(message("rope", X_RAY).header("traceparent"))
        .isEqualTo("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01");
    assertThat(message("rope", X_RAY).header(XRayHeader.NAME)).isEqualTo(X_RAY);
    assertThat(message(WRAPPED, X_RAY).header("traceparent")).isEqualTo(TRACE_PARENT);
  }

  @Test
  void xRaysHeaderWithoutParentStandsForNothing() {
    assertThat(message("rope", "Root=1-5759e988-bd862e3fe1be46a994272793").header("traceparent"))
        .isNull();
  }

  private static ReceivedMessage message(String body, String xRay) {
    Message.Builder message = Message.builder().body(body);
    if (xRay != null) {
      message.attributes(Map.of(MessageSystemAttributeName.AWS_TRACE_HEADER, xRay));
    }
    return new ReceivedMessage(message.build());
  }
}
