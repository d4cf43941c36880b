// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.BackClient;
import dev.clew.it.app.DepartingResource;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.OrderResource;
import dev.clew.it.app.PingResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.app.Steps;
import dev.clew.it.app.StockResource;
import dev.clew.it.app.StockSource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Server;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that know nothing of Clew, neither in their archives nor by configuration. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
public abstract class ServerWideContract {

  /** For what happens on other threads. */
  protected static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String SERVER = Server.current().name();

  @ArquillianResource private ContainerController server;

  /** Deploys what is not undeployed after the test. */
  @ArquillianResource protected Deployer deployer;

  private List<String> deployed = List.of();

  @Deployment(name = "front", managed = false, testable = false)
  public static WebArchive front() {
    return plain("front", Api.class, OrderResource.class, Steps.class, BackClient.class);
  }

  @Deployment(name = "back", managed = false, testable = false)
  public static WebArchive back() {
    return plain("back", Api.class, ItemResource.class, Shelf.class);
  }

  @Deployment(name = "stock", managed = false, testable = false)
  public static WebArchive stock() {
    return plain("stock", Api.class, StockResource.class, StockSource.class);
  }

  @Deployment(name = "departing", managed = false, testable = false)
  public static WebArchive departing() {
    return plain("departing", Api.class, DepartingResource.class, Shelf.class);
  }

  @Deployment(name = "itself", managed = false, testable = false)
  public static WebArchive itself() {
    return Wars.traced("itself", Api.class, PingResource.class);
  }

  @Deployment(name = "store", managed = false, testable = false)
  public static EnterpriseArchive store() {
    return ShrinkWrap.create(EnterpriseArchive.class, "store.ear")
        .addAsModule(plain("pings", Api.class, PingResource.class))
        .addAsModule(plain("stocks", Api.class, StockResource.class, StockSource.class));
  }

  @Deployment(name = "own", managed = false, testable = false)
  public static WebArchive own() {
    return plain("own", Api.class, PingResource.class, CopiesServlet.class)
        .addAsLibraries(
            Arrays.stream(Wars.dropIn())
                .filter(jar -> jar.getName().startsWith("opentelemetry-"))
                .toArray(File[]::new));
  }

  /** With nothing but its classes. */
  protected static WebArchive plain(String name, Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, name + ".war").addClasses(classes);
  }

  @BeforeEach
  protected void startServer() {
    if (!server.isStarted(SERVER)) {
      server.start(SERVER);
    }
  }

  protected void stopServer() {
    server.stop(SERVER);
  }

  /** With what is deployed. */
  protected void restartServer() {
    stopServer();
    startServer();
  }

  @AfterEach
  protected void undeploy() {
    List<String> names = deployed;
    deployed = List.of();
    names.forEach(deployer::undeploy);
  }

  /** Until the end of the test. */
  protected void deploy(String... names) {
    deployed = List.of(names);
    deployed.forEach(deployer::deploy);
  }

  @Test
  void eachApplicationIsAServiceOfItsOwnName() throws Exception {
    deploy("front", "back");

    assertThat(Http.get("/front/api/orders/7").statusCode()).isEqualTo(200);
    assertTree(
        5,
        """
        front: GET /front/api/orders/{id} (server)
          front: dev.clew.it.app.Steps.askByRestClient (internal)
            front: GET /items/{id} (client)
              back: GET /back/api/items/{id} (server)
                back: find on shelf (internal)
        """);
    assertThat(Http.get("/front/api/orders/7/by-client").statusCode()).isEqualTo(200);
    assertTree(
        5,
        """
        front: GET /front/api/orders/{id}/by-client (server)
          front: dev.clew.it.app.Steps.askByClient (internal)
            front: GET (client)
              back: GET /back/api/items/{id} (server)
                back: find on shelf (internal)
        """);
  }

  @Test
  protected void warsOfAnEarAreTraced() throws Exception {
    deploy("store");

    assertThat(Http.get("/pings/api/ping").body()).isEqualTo("pong");
    assertTree(1, "store: GET /pings/api/ping (server)\n");
    assertThat(Http.get("/stocks/api/stock/field").body()).isEqualTo("42");
    assertTree(
        2,
        """
        store: GET /stocks/api/stock/field (server)
          store: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
        """);
  }

  @Test
  void whoeverBringsTheDropInIsNotTracedTwice() throws Exception {
    deploy("itself");

    assertThat(Http.get("/itself/api/ping").body()).isEqualTo("pong");
    assertTree(1, "itself: GET /itself/api/ping (server)\n");
  }

  @Test
  protected void whoeverBringsOpenTelemetryApiKeepsItsOwn() throws Exception {
    deploy("own");

    assertThat(Http.get("/own/copies").body()).isEqualTo("1");
    assertTree(1, "own: GET /own/copies (server)\n");
  }

  @Test
  void applicationsComeAndGoByThemselvesAndLeaveNothing() throws Exception {
    deploy("stock");
    List<String> before = ServerJvm.clewThreads();

    for (int i = 0; i < 2; i++) {
      deployer.deploy("departing");
      assertThat(Http.get("/departing/api/departing").statusCode()).isEqualTo(200);
      assertThat(ServerJvm.clewThreads()).hasSizeGreaterThan(before.size());
      deployer.undeploy("departing");

      OtlpReceiver.shared().takeTrace(2).span("GET /departing/api/departing");
      await().atMost(LIMIT).until(() -> ServerJvm.clewThreads().size() == before.size());
      assertStockIsTraced();
    }
    awaitCollected(DepartingResource.class);
  }

  /** Waits until there are no class loaders of an application that has gone. */
  protected void awaitCollected(Class<?> type) {
    await().atMost(LIMIT).until(() -> ServerJvm.classLoadersOf(type), left -> left == 0);
  }

  @Test
  void tracingIsThereAgainWhenTheServerIs() throws Exception {
    deploy("stock");
    assertStockIsTraced();

    restartServer();

    assertStockIsTraced();
  }

  /** SQL of the container's DataSource, in the trace of the request. */
  protected static void assertStockIsTraced() throws Exception {
    assertThat(Http.get("/stock/api/stock/field").body()).isEqualTo("42");
    assertTree(
        2,
        """
        stock: GET /stock/api/stock/field (server)
          stock: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
        """);
  }

  protected static void assertTree(int spans, String tree) {
    assertThat(OtlpReceiver.shared().takeTrace(spans).tree()).isEqualToNormalizingNewlines(tree);
  }
}
