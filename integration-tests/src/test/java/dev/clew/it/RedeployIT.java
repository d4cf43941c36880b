// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.DepartingResource;
import dev.clew.it.app.PingResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application comes and goes, and the server stays. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
class RedeployIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ArquillianResource Deployer deployer;

  @Deployment(name = "plain", managed = false, testable = false)
  public static WebArchive plain() {
    return Wars.plain("plain", Api.class, PingResource.class);
  }

  @Deployment(name = "again", managed = false, testable = false)
  public static WebArchive again() {
    return Wars.traced("again", Api.class, DepartingResource.class, Shelf.class);
  }

  @Test
  void undeployingLeavesNoThreadAndNoClassLoader() throws Exception {
    // WildFly keeps the class loader of its first application: let that be one without the drop-in.
    deployer.deploy("plain");
    assertThat(Http.get("/plain/api/ping").statusCode()).isEqualTo(200);
    deployer.undeploy("plain");

    for (int i = 0; i < 2; i++) {
      deployer.deploy("again");
      assertThat(Http.get("/again/api/departing").statusCode()).isEqualTo(200);
      assertThat(ServerJvm.clewThreads()).isNotEmpty();
      assertThat(ServerJvm.classLoadersOf(DepartingResource.class)).isPositive();
      deployer.undeploy("again");

      // What had ended was sent before the application was gone.
      OtlpReceiver.shared().takeTrace(2);
      await().atMost(LIMIT).until(ServerJvm::clewThreads, List::isEmpty);
    }
    await()
        .atMost(LIMIT)
        .until(() -> ServerJvm.classLoadersOf(DepartingResource.class), left -> left == 0);
  }
}
