// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.DepartingEndpoint;
import dev.clew.it.app.DepartingResource;
import dev.clew.it.app.FinalEndpoint;
import dev.clew.it.app.PingResource;
import dev.clew.it.app.Product;
import dev.clew.it.app.ProductResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Persistence;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Server;
import dev.clew.it.server.Shows;
import dev.clew.testkit.SocketClient;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application comes and goes, and the server stays. That its class loader is gone says that
 * nobody has anything of it: no MBean, driver, timer, shutdown hook or value of a thread.
 */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.REDEPLOY)
class RedeployIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String SOURCE = Server.current().dataSource();

  @ArquillianResource Deployer deployer;

  @Deployment(name = "plain", managed = false, testable = false)
  public static WebArchive plain() {
    return Persistence.over(
        SOURCE,
        Wars.plain(
            "plain",
            Api.class,
            FinalEndpoint.class,
            PingResource.class,
            Product.class,
            ProductResource.class));
  }

  @Deployment(name = "again", managed = false, testable = false)
  public static WebArchive again() {
    return Wars.traced("again", Api.class, DepartingResource.class, Shelf.class);
  }

  @Deployment(name = "connected", managed = false, testable = false)
  public static WebArchive connected() {
    return Wars.traced("connected", DepartingEndpoint.class);
  }

  @Deployment(name = "entities", managed = false, testable = false)
  public static WebArchive entities() {
    return Persistence.over(
        SOURCE,
        Wars.traced(
            "entities",
            Api.class,
            DepartingResource.class,
            Shelf.class,
            Product.class,
            ProductResource.class));
  }

  @ParameterizedTest
  @CsvSource({"again, departing, 20", "entities, products/1/stored, 2"})
  void undeployingLeavesNoThreadAndNoClassLoader(String name, String resource, int times)
      throws Exception {
    comeAndGoUntraced();

    for (int i = 0; i < times; i++) {
      deployer.deploy(name);
      assertThat(Http.get("/" + name + "/api/" + resource).statusCode()).isEqualTo(200);
      assertThat(ServerJvm.clewThreads()).isNotEmpty();
      assertThat(ServerJvm.classLoadersOf(DepartingResource.class)).isPositive();
      deployer.undeploy(name);

      // What had ended was sent before the application was gone.
      OtlpReceiver.shared().takeTrace(2);
      await().atMost(LIMIT).until(ServerJvm::clewThreads, List::isEmpty);
    }
    awaitGone(DepartingResource.class);
  }

  @Test
  @OnlyOn("wildfly") // Tyrus, which Payara and GlassFish have, leaves connections open
  @Shows({Capability.REDEPLOY, Capability.WEB_SOCKET})
  void undeployingUnderAnOpenWebSocketLeavesNothingEither() throws Exception {
    connectUntraced();

    deployer.deploy("connected");
    SocketClient client = SocketClient.open(Http.uri("/connected/departing"));
    assertThat(client.ask("hello")).isEqualTo("heard hello");
    assertThat(ServerJvm.classLoadersOf(DepartingEndpoint.class)).isPositive();
    deployer.undeploy("connected");

    assertThat(client.next()).startsWith("closed ");
    for (String ended : List.of("GET /connected", "message ", "close ")) {
      OtlpReceiver.shared().takeTrace(1).span(ended + "/departing");
    }
    await().atMost(LIMIT).until(ServerJvm::clewThreads, List::isEmpty);
    awaitGone(DepartingEndpoint.class);
  }

  /**
   * WildFly keeps the class loader of its first application, and of the first one with entities or
   * with a WebSocket that is open to the end: let that be one without the drop-in.
   */
  private void comeAndGoUntraced() throws Exception {
    deployer.deploy("plain");
    assertThat(Http.get("/plain/api/ping").statusCode()).isEqualTo(200);
    assertThat(Http.get("/plain/api/products/1/stored").statusCode()).isEqualTo(200);
    deployer.undeploy("plain");
  }

  private void connectUntraced() throws Exception {
    deployer.deploy("plain");
    SocketClient client = SocketClient.open(Http.uri("/plain/final"));
    assertThat(client.ask("hello")).isEqualTo("heard hello");
    deployer.undeploy("plain");
    assertThat(client.next()).startsWith("closed ");
  }

  private static void awaitGone(Class<?> type) {
    await().atMost(LIMIT).until(() -> ServerJvm.classLoadersOf(type), left -> left == 0);
  }
}
