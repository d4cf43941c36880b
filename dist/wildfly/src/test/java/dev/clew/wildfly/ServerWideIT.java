// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

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
import dev.clew.it.app.messages.ContextResource;
import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import dev.clew.wildfly.Installation.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that know nothing of Clew, neither in their archives nor by configuration. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
class ServerWideIT {

  private static final String SERVER = "wildfly";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ArquillianResource ContainerController server;
  @ArquillianResource Deployer deployer;

  private List<String> deployed = List.of();

  @Deployment(name = "front", managed = false, testable = false)
  public static WebArchive front() {
    return Wars.plain("front", Api.class, OrderResource.class, Steps.class, BackClient.class);
  }

  @Deployment(name = "back", managed = false, testable = false)
  public static WebArchive back() {
    return Wars.plain("back", Api.class, ItemResource.class, Shelf.class);
  }

  @Deployment(name = "stock", managed = false, testable = false)
  public static WebArchive stock() {
    return Wars.plain("stock", Api.class, StockResource.class, StockSource.class);
  }

  @Deployment(name = "orders", managed = false, testable = false)
  public static WebArchive orders() {
    return Wars.plain(
        "orders",
        Api.class,
        ContextResource.class,
        Destinations.class,
        Factories.class,
        OrderListener.class,
        OrdersResource.class);
  }

  @Deployment(name = "departing", managed = false, testable = false)
  public static WebArchive departing() {
    return Wars.plain("departing", Api.class, DepartingResource.class, Shelf.class);
  }

  @Deployment(name = "itself", managed = false, testable = false)
  public static WebArchive itself() {
    return Wars.traced("itself", Api.class, PingResource.class);
  }

  @Deployment(name = "store", managed = false, testable = false)
  public static EnterpriseArchive store() {
    return ShrinkWrap.create(EnterpriseArchive.class, "store.ear")
        .addAsModule(Wars.plain("pings", Api.class, PingResource.class))
        .addAsModule(Wars.plain("stocks", Api.class, StockResource.class, StockSource.class));
  }

  @Deployment(name = "mixed", managed = false, testable = false)
  public static EnterpriseArchive mixed() {
    return ShrinkWrap.create(EnterpriseArchive.class, "mixed.ear")
        .addAsModule(Wars.traced("inner", Api.class, PingResource.class));
  }

  @Deployment(name = "own", managed = false, testable = false)
  public static WebArchive own() {
    return Wars.plain("own", Api.class, PingResource.class, CopiesServlet.class)
        .addAsLibraries(openTelemetryApi());
  }

  @Deployment(name = "excluded", managed = false, testable = false)
  public static WebArchive excluded() {
    return Wars.plain("excluded", Api.class, PingResource.class)
        .addAsWebInfResource(
            new StringAsset(
                """
                <jboss-deployment-structure>
                  <deployment>
                    <exclude-subsystems>
                      <subsystem name="clew"/>
                    </exclude-subsystems>
                  </deployment>
                </jboss-deployment-structure>
                """),
            "jboss-deployment-structure.xml");
  }

  @Deployment(name = "persistent", managed = false, testable = false)
  public static EnterpriseArchive persistent() {
    return ShrinkWrap.create(EnterpriseArchive.class, "persistent.ear")
        .addAsModule(
            Wars.plain("hibernate", Api.class, PingResource.class)
                .addAsLibraries(Installation.jarsOf("org/hibernate/main")));
  }

  private static File[] openTelemetryApi() {
    return Arrays.stream(Wars.dropIn())
        .filter(jar -> jar.getName().startsWith("opentelemetry-"))
        .toArray(File[]::new);
  }

  @BeforeEach
  void startServer() {
    if (!server.isStarted(SERVER)) {
      server.start(SERVER);
    }
  }

  @AfterEach
  void undeploy() {
    deployed.forEach(deployer::undeploy);
  }

  private void deploy(String... names) {
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
  void messagesAndSqlOfTheContainerAreTraced() throws Exception {
    deploy("orders");

    assertThat(Http.get("/orders/api/orders/field").body()).isEqualTo("sent");
    assertTree(
        4,
        """
        orders: GET /orders/api/orders/field (server)
          orders: send orders (producer)
            orders: process orders (consumer)
              orders: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
        """);
  }

  @Test
  void warsOfAnEarAreTracedTogether() throws Exception {
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
    deploy("itself", "mixed");

    assertThat(Http.get("/itself/api/ping").body()).isEqualTo("pong");
    assertTree(1, "itself: GET /itself/api/ping (server)\n");
    assertThat(Http.get("/inner/api/ping").body()).isEqualTo("pong");
    assertTree(1, "inner: GET /inner/api/ping (server)\n");
  }

  @Test
  void whoeverBringsOpenTelemetryApiKeepsItsOwn() throws Exception {
    deploy("own");

    assertThat(Http.get("/own/copies").body()).isEqualTo("1");
    assertTree(1, "own: GET /own/copies (server)\n");
  }

  @Test
  void deploymentThatExcludesTheSubsystemIsNotTraced() throws Exception {
    deploy("excluded");

    assertThat(Http.get("/excluded/api/ping").body()).isEqualTo("pong");
    assertThat(ServerJvm.clewThreads()).isEmpty();
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
    await()
        .atMost(LIMIT)
        .until(() -> ServerJvm.classLoadersOf(DepartingResource.class), left -> left == 0);
  }

  @Test
  void tracingIsThereAgainWhenTheServerIs() throws Exception {
    deploy("stock");
    assertStockIsTraced();

    server.stop(SERVER);
    server.start(SERVER);

    assertStockIsTraced();
  }

  @Test
  void earWithAHibernateOfItsOwnRunsUntraced() throws Exception {
    deploy("persistent");

    assertThat(Http.get("/hibernate/api/ping").body()).isEqualTo("pong");
    assertThat(ServerJvm.clewThreads()).isEmpty();
  }

  @Test
  void archiveStaysAsItWasHandedIn() throws Exception {
    deploy("stock");
    assertStockIsTraced();

    // The server names what it was given by its SHA-1: data/content/ab/cdef.../content.
    Path contents = Path.of(System.getProperty("it.server.home"), "standalone/data/content");
    try (Stream<Path> files = Files.walk(contents)) {
      List<Path> archives = files.filter(Files::isRegularFile).toList();
      assertThat(archives).isNotEmpty();
      for (Path archive : archives) {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(archive));
        Path name = contents.relativize(archive.getParent());
        assertThat(name.toString().replace(File.separator, ""))
            .isEqualTo(HexFormat.of().formatHex(sha1));
      }
    }
  }

  @Test
  void runningServerIsNotTouched() throws Exception {
    Outcome outcome = Installation.run("uninstall", System.getProperty("it.server.home"));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.said()).endsWith("runs; stop it first");
    deploy("stock");
    assertStockIsTraced();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-in/not-a-jar.jar", "drop-in"})
  void brokenModuleHindersNeitherServerNorApplication(String file) throws Exception {
    Path broken = Path.of(System.getProperty("it.server.home"), "modules/dev/clew/main", file);
    Path aside = broken.resolveSibling("aside");
    server.stop(SERVER);
    if (Files.exists(broken)) {
      Files.move(broken, aside);
    }
    Files.writeString(broken, "no jar");
    try {
      server.start(SERVER);
      deploy("stock");

      assertThat(Http.get("/stock/api/stock/field").body()).isEqualTo("42");
      assertThat(ServerJvm.clewThreads()).isEmpty();
    } finally {
      undeploy();
      deployed = List.of();
      server.stop(SERVER);
      Files.delete(broken);
      if (Files.exists(aside)) {
        Files.move(aside, broken);
      }
    }
  }

  private static void assertStockIsTraced() throws Exception {
    assertThat(Http.get("/stock/api/stock/field").body()).isEqualTo("42");
    assertTree(
        2,
        """
        stock: GET /stock/api/stock/field (server)
          stock: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
        """);
  }

  private static void assertTree(int spans, String tree) {
    assertThat(OtlpReceiver.shared().takeTrace(spans).tree()).isEqualToNormalizingNewlines(tree);
  }
}
