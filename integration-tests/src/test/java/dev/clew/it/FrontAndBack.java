// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import dev.clew.it.app.Api;
import dev.clew.it.app.BackClient;
import dev.clew.it.app.HealthServlet;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.LaterClient;
import dev.clew.it.app.LaterResource;
import dev.clew.it.app.OrderResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.app.Steps;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications, of which one calls the other. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
abstract class FrontAndBack {

  @Deployment(name = "front", testable = false, order = 1)
  public static WebArchive front() {
    return Wars.traced(
        "front",
        Api.class,
        OrderResource.class,
        Steps.class,
        BackClient.class,
        LaterResource.class,
        LaterClient.class,
        HealthServlet.class);
  }

  @Deployment(name = "back", testable = false, order = 2)
  public static WebArchive back() {
    return Wars.traced("back", Api.class, ItemResource.class, Shelf.class);
  }

  static ReceivedTrace takeTrace(int spans) {
    return OtlpReceiver.shared().takeTrace(spans);
  }

  static ReceivedTrace takeTrace(String traceId, int spans) {
    return OtlpReceiver.shared().takeTrace(traceId, spans);
  }
}
