// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.PingResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An EAR of two WARs that each bring the drop-in, and so are services of their own. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EAR_OF_WARS)
class EarOfTracedWarsIT {

  @Deployment(testable = false)
  public static EnterpriseArchive both() {
    return ShrinkWrap.create(EnterpriseArchive.class, "both.ear")
        .addAsModule(Wars.traced("left", Api.class, PingResource.class))
        .addAsModule(Wars.traced("right", Api.class, ItemResource.class, Shelf.class));
  }

  @Test
  void eachWarIsItsOwnService() throws Exception {
    Http.get("/left/api/ping");
    assertThat(OtlpReceiver.shared().takeTrace(1).tree())
        .isEqualToNormalizingNewlines("left: GET /left/api/ping (server)\n");

    Http.get("/right/api/items/7");
    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualToNormalizingNewlines(
            """
            right: GET /right/api/items/{id} (server)
              right: find on shelf (internal)
            """);
  }
}
