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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that bring an OpenTelemetry API of another version than the drop-in does. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.OTHER_API)
class OtherApiIT {

  @Deployment(name = "oldest", testable = false)
  public static WebArchive oldest() {
    return Wars.tracedByApi("oldest", Api.class, ItemResource.class, Shelf.class);
  }

  @Deployment(name = "newest", testable = false)
  public static WebArchive newest() {
    return Wars.tracedByApi("newest", Api.class, ItemResource.class, Shelf.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oldest", "newest"})
  void requestsAndBeansAreTraced(String name) throws Exception {
    assertThat(Http.get("/" + name + "/api/items/7", "baggage", "customer=Ariadne").body())
        .isEqualTo("item 7 for Ariadne");

    assertThat(OtlpReceiver.shared().takeTrace(2).tree())
        .isEqualToNormalizingNewlines(
            """
            %s: GET /%1$s/api/items/{id} (server)
              %1$s: find on shelf (internal)
            """
                .formatted(name));
  }
}
