// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing listens where spans are to be sent. */
@ExtendWith(ArquillianExtension.class)
class NoCollectorIT {

  /** A port that systems keep for a service nobody runs. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  @Deployment(testable = false)
  public static WebArchive lonely() {
    return Wars.traced(
        "lonely",
        Map.of("otel.exporter.otlp.endpoint", NOWHERE),
        Api.class,
        ItemResource.class,
        Shelf.class);
  }

  @Test
  void requestsAreServed() throws Exception {
    for (int i = 0; i < 100; i++) {
      assertThat(Http.get("/lonely/api/items/7").statusCode()).isEqualTo(200);
    }
  }
}
