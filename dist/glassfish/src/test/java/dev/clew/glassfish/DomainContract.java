// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.dist.Installation;
import dev.clew.dist.ServerWideContract;
import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ServerJvm;
import dev.clew.it.harness.Wars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Also what is expected of a domain of GlassFish or Payara. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class DomainContract extends ServerWideContract {

  private static final Path DOMAIN =
      Path.of(System.getProperty("it.server.home"), "glassfish/domains/domain1");

  @Deployment(name = "mixed", managed = false, testable = false)
  public static EnterpriseArchive mixed() {
    return ShrinkWrap.create(EnterpriseArchive.class, "mixed.ear")
        .addAsModule(Wars.traced("inner", Api.class, PingResource.class));
  }

  /** In the domain that dev.clew.it.server.GlassFishFamily has made. */
  @BeforeAll
  static void install() throws Exception {
    Installation.unpack();
    Installation.run("install", DOMAIN).assertDone();
    // All that anybody sets: where spans go, and where front finds back.
    Path file = DOMAIN.resolve("config/domain.xml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "</java-config>",
                """
                <jvm-options>-Dotel.exporter.otlp.endpoint=%s</jvm-options>
                <jvm-options>-Dback/mp-rest/url=%s</jvm-options>
                </java-config>"""
                    .formatted(OtlpReceiver.shared().endpoint(), Http.uri("/back/api"))));
  }

  @Override
  protected void restartServer() {
    stopServer();
    bringUp();
  }

  private void bringUp() {
    startServer();
    // Arquillian's adapters start it only when something is deployed.
    deployer.deploy("back");
    deployer.undeploy("back");
  }

  @Test
  void runningDomainIsNotTouched() throws Exception {
    deploy("stock");

    Installation.run("uninstall", DOMAIN).assertFailed("runs; stop it first");
    assertThat(Installation.run("status", DOMAIN).said()).startsWith("Installed");
    assertStockIsTraced();
  }

  /** The last one: it leaves nothing to be tested. */
  @Test
  @Order(Integer.MAX_VALUE)
  void domainTracesNothingAnyMoreWhenUninstalled() throws Exception {
    deploy("stock");
    assertStockIsTraced();

    stopServer();
    Installation.run("uninstall", DOMAIN).assertDone();
    bringUp();

    assertStockRunsUntraced();
  }

  @Test
  void brokenJarHindersNoApplication() throws Exception {
    Path jar;
    try (Stream<Path> jars = Files.list(DOMAIN.resolve("lib/clew"))) {
      jar = jars.filter(each -> each.toString().contains("tracing-api")).findFirst().orElseThrow();
    }
    byte[] before = Files.readAllBytes(jar);
    Files.writeString(jar, "no jar");
    try {
      deploy("stock");

      assertStockRunsUntraced();
    } finally {
      undeploy();
      Files.write(jar, before);
    }
  }

  @Test
  void earOfWhichAPartBringsTheDropInKeepsThat() throws Exception {
    deploy("mixed");

    assertThat(Http.get("/inner/api/ping").body()).isEqualTo("pong");
    assertTree(1, "inner: GET /inner/api/ping (server)\n");
  }

  private static void assertStockRunsUntraced() throws Exception {
    assertThat(Http.get("/stock/api/stock/field").body()).isEqualTo("42");
    assertThat(ServerJvm.clewThreads()).isEmpty();
  }
}
