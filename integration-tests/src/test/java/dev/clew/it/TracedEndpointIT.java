// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Shelf;
import dev.clew.it.app.TracedEndpoint;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.OnlyOn;
import dev.clew.testkit.SocketClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left to do where calls of WebSocket endpoints are not traced by themselves. */
@OnlyOn({"payara", "micro", "glassfish"})
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
class TracedEndpointIT {

  @Deployment(testable = false)
  public static WebArchive said() {
    return Wars.traced("said", TracedEndpoint.class, Shelf.class);
  }

  @Test
  void methodThatAsksForItIsTraced() throws Exception {
    try (SocketClient client = SocketClient.open(Http.uri("/said/traced"))) {
      assertThat(client.ask("hall")).isEqualTo("item hall for null");
    }

    // The handshake's trace may come before or after, but has one span only.
    ReceivedTrace message = OtlpReceiver.shared().takeTrace(2);
    assertThat(message.tree())
        .isEqualToNormalizingNewlines(
            """
            said: say (internal)
              said: find on shelf (internal)
            """);
    OtlpReceiver.shared().takeTrace(1).span("GET");
  }
}
