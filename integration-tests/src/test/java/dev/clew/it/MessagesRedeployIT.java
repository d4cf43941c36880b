// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.DepartingListener;
import dev.clew.it.app.DepartingSender;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with messages comes and goes, and the server stays. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows({Capability.REDEPLOY, Capability.JMS})
class MessagesRedeployIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int APPLICATIONS = 2;

  @ArquillianResource Deployer deployer;

  @Deployment(name = "plain", managed = false, testable = false)
  public static WebArchive plain() {
    return Wars.plain("plain", Api.class, DepartingListener.class, DepartingSender.class);
  }

  @Deployment(name = "again", managed = false, testable = false)
  public static WebArchive again() {
    return Wars.traced("again", Api.class, DepartingListener.class, DepartingSender.class);
  }

  @Test
  void undeployingLeavesNoMoreClassLoadersThanWithoutTracing() throws Exception {
    // WildFly's broker keeps the class loader of the first application that sends something, Open
    // Liberty that of each.
    comeAndGo("plain");
    long first = ServerJvm.classLoadersOf(DepartingListener.class);
    comeAndGo("plain");
    long before = ServerJvm.classLoadersOf(DepartingListener.class);
    long kept = before + APPLICATIONS * Math.max(0, before - first);

    for (int i = 0; i < APPLICATIONS; i++) {
      comeAndGo("again");
      OtlpReceiver.shared().takeTrace(3);
    }
    await()
        .atMost(LIMIT)
        .until(() -> ServerJvm.classLoadersOf(DepartingListener.class), left -> left <= kept);
  }

  private void comeAndGo(String name) throws Exception {
    deployer.deploy(name);
    assertThat(Http.get("/" + name + "/api/departing").body()).isEqualTo("gone");
    deployer.undeploy(name);
  }
}
