// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.ItemResource;
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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EAR of two WARs that each bring the drop-in, and so are services of their own. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EAR_OF_WARS)
class EarOfTracedWarsIT {

  @Deployment(testable = false)
  public static EnterpriseArchive both() {
    return ShrinkWrap.create(EnterpriseArchive.class, "both.ear")
        .addAsModule(war("left"))
        .addAsModule(war("right"));
  }

  private static WebArchive war(String name) {
    return Wars.traced(name, Api.class, ItemResource.class, Shelf.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "right"})
  void eachWarIsItsOwnService(String war) throws Exception {
    Http.get("/" + war + "/api/items/7");

    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualToNormalizingNewlines(
            """
            %1$s: GET /%1$s/api/items/{id} (server)
              %1$s: find on shelf (internal)
            """
                .formatted(war));
  }
}
