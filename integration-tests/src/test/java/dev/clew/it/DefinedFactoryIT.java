// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.messages.DefinedFactory;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages sent by a connection factory that the application defines, and the container makes. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.JMS_DEFINITION)
class DefinedFactoryIT {

  @Deployment(testable = false)
  public static WebArchive defining() {
    return Wars.traced("defining", Api.class, DefinedFactory.class);
  }

  @Test
  void itsMessagesAreTraced() throws Exception {
    assertThat(Http.get("/defining/api/defined").body()).isEqualTo("sent");

    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualTo(
            """
            defining: GET /defining/api/defined (server)
              defining: send defined (producer)
            """);
  }
}
