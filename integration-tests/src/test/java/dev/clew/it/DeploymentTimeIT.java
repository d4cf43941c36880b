// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.OnlyOn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploys the same application with and without the drop-in, and reports how long either took. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@OnlyOn("wildfly")
class DeploymentTimeIT {

  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;

  @ArquillianResource Deployer deployer;

  @Deployment(name = "without", managed = false, testable = false)
  public static WebArchive without() {
    return Wars.plain("without", Api.class, PingResource.class);
  }

  @Deployment(name = "with", managed = false, testable = false)
  public static WebArchive with() {
    return Wars.traced("with", Api.class, PingResource.class);
  }

  @Test
  void sameApplicationIsDeployedWithAndWithoutTheDropIn() throws Exception {
    List<Long> without = new ArrayList<>();
    List<Long> with = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      without.add(deployNanos("without"));
      with.add(deployNanos("with"));
      OtlpReceiver.shared().takeTrace(1);
    }
    String report =
        String.format(
            Locale.ROOT,
            "deploying takes %.0f ms without the drop-in, %.0f ms with it (medians of %d)%n",
            medianMillis(without),
            medianMillis(with),
            ROUNDS);
    System.out.print(report);
    Files.writeString(Path.of(System.getProperty("it.work"), "deployment-time.txt"), report);
  }

  private long deployNanos(String name) throws Exception {
    long start = System.nanoTime();
    deployer.deploy(name);
    long nanos = System.nanoTime() - start;
    assertThat(Http.get("/" + name + "/api/ping").body()).isEqualTo("pong");
    deployer.undeploy(name);
    return nanos;
  }

  private static double medianMillis(List<Long> nanos) {
    return nanos.stream().skip(WARM_UP).sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
  }
}
