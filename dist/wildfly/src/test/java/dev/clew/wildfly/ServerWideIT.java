// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation;
import dev.clew.dist.ServerWideContract;
import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
import dev.clew.it.app.messages.ContextResource;
import dev.clew.it.app.messages.Destinations;
import dev.clew.it.app.messages.Factories;
import dev.clew.it.app.messages.OrderListener;
import dev.clew.it.app.messages.OrdersResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Also what only a WildFly has. */
class ServerWideIT extends ServerWideContract {

  @Deployment(name = "orders", managed = false, testable = false)
  public static WebArchive orders() {
    return plain(
        "orders",
        Api.class,
        ContextResource.class,
        Destinations.class,
        Factories.class,
        OrderListener.class,
        OrdersResource.class);
  }

  @Deployment(name = "mixed", managed = false, testable = false)
  public static EnterpriseArchive mixed() {
    return ShrinkWrap.create(EnterpriseArchive.class, "mixed.ear")
        .addAsModule(Wars.traced("inner", Api.class, PingResource.class));
  }

  @Deployment(name = "excluded", managed = false, testable = false)
  public static WebArchive excluded() {
    return plain("excluded", Api.class, PingResource.class)
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
            plain("hibernate", Api.class, PingResource.class)
                .addAsLibraries(Home.jarsOf("org/hibernate/main")));
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
  void earOfWhichAPartBringsTheDropInKeepsThat() throws Exception {
    deploy("mixed");

    assertThat(Http.get("/inner/api/ping").body()).isEqualTo("pong");
    assertTree(1, "inner: GET /inner/api/ping (server)\n");
  }

  @Test
  void deploymentThatExcludesTheSubsystemIsNotTraced() throws Exception {
    deploy("excluded");

    assertThat(Http.get("/excluded/api/ping").body()).isEqualTo("pong");
    assertThat(ServerJvm.clewThreads()).isEmpty();
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
    Installation.run("uninstall", System.getProperty("it.server.home"))
        .assertFailed("runs; stop it first");
    deploy("stock");
    assertStockIsTraced();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-in/not-a-jar.jar", "drop-in"})
  void brokenModuleHindersNeitherServerNorApplication(String file) throws Exception {
    Path broken = Path.of(System.getProperty("it.server.home"), "modules/dev/clew/main", file);
    Path aside = broken.resolveSibling("aside");
    stopServer();
    if (Files.exists(broken)) {
      Files.move(broken, aside);
    }
    Files.writeString(broken, "no jar");
    try {
      startServer();
      deploy("stock");

      assertThat(Http.get("/stock/api/stock/field").body()).isEqualTo("42");
      assertThat(ServerJvm.clewThreads()).isEmpty();
    } finally {
      undeploy();
      stopServer();
      Files.delete(broken);
      if (Files.exists(aside)) {
        Files.move(aside, broken);
      }
    }
  }
}
