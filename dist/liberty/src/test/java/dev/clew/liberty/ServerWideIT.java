// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Also what only a Liberty has. */
class ServerWideIT extends ServerWideContract {

  private static final Path USER = Installation.WORK.resolve("liberty");
  private static final Path SERVER =
      USER.resolve("servers").resolve("clew-" + System.getProperty("it.port.http"));

  @Deployment(name = "shared", managed = false, testable = false)
  public static EnterpriseArchive shared() {
    return ShrinkWrap.create(EnterpriseArchive.class, "shared.ear")
        .addAsLibraries(Wars.dropIn())
        .addAsModule(plain("inner", Api.class, PingResource.class));
  }

  @Deployment(name = "single", managed = false, testable = false)
  public static EnterpriseArchive single() {
    return ShrinkWrap.create(EnterpriseArchive.class, "single.ear")
        .addAsModule(plain("alone", Api.class, PingResource.class));
  }

  /** On the server that dev.clew.it.server.Liberty has made. */
  @BeforeAll
  static void install() throws Exception {
    Installation.unpack();
    Installation.run("install", SERVER).assertDone();
    // All that anybody sets: where spans go, and where front finds back.
    Files.write(
        SERVER.resolve("jvm.options"),
        List.of(
            "-Dotel.exporter.otlp.endpoint=" + OtlpReceiver.shared().endpoint(),
            "-Dback/mp-rest/url=" + Http.uri("/back/api")),
        StandardOpenOption.APPEND);
  }

  /** As many stay as with Liberty alone, which does not let go of the last ones. */
  @Override
  protected void awaitCollected(Class<?> type) {
    await().atMost(LIMIT).until(() -> ServerJvm.classLoadersOf(type), left -> left <= 2);
  }

  /** Only one alone: two tracers in one CDI container would trace each other's. */
  @Override
  @Test
  protected void warsOfAnEarAreTraced() throws Exception {
    deploy("store", "single");

    assertThat(Http.get("/pings/api/ping").body()).isEqualTo("pong");
    assertThat(Http.get("/stocks/api/stock/field").body()).isEqualTo("42");
    assertThat(Http.get("/alone/api/ping").body()).isEqualTo("pong");
    assertTree(1, "single: GET /alone/api/ping (server)\n");
  }

  @Test
  void earThatBringsTheDropInKeepsThat() throws Exception {
    deploy("shared");

    assertThat(Http.get("/inner/api/ping").body()).isEqualTo("pong");
    assertTree(1, "shared: GET /inner/api/ping (server)\n");
  }

  @Test
  void runningServerIsNotTouched() throws Exception {
    Installation.run("uninstall", SERVER).assertFailed("runs; stop it first");

    deploy("stock");
    assertStockIsTraced();
  }

  @Test
  void brokenFeatureHindersNeitherServerNorApplication() throws Exception {
    Path broken = USER.resolve("extension/lib/clew/drop-in/not-a-jar.jar");
    stopServer();
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
    }
  }
}
