// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.OnlyOn;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why {@link RedeployIT} is left out: GlassFish keeps what it deploys, traced or not. */
@OnlyOn("glassfish")
@ExtendWith(ArquillianExtension.class)
class KeptClassLoadersIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "untraced", managed = false, testable = false)
  public static WebArchive untraced() {
    return Wars.plain("untraced", Api.class, PingResource.class);
  }

  @Test
  void classLoaderOfAnUntracedApplicationStays() throws Exception {
    long before = ServerJvm.classLoadersOf(PingResource.class);

    for (int i = 0; i < 2; i++) {
      deployer.deploy("untraced");
      assertThat(Http.get("/untraced/api/ping").statusCode()).isEqualTo(200);
      deployer.undeploy("untraced");
    }
    assertThat(ServerJvm.classLoadersOf(PingResource.class)).isEqualTo(before + 2);
  }
}
