// SPDX-License-Identifier: Apache-2.0
package dev.clew.payara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.glassfish.DomainContract;
import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.OtlpReceiver;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Also what is different on Payara, which has an OpenTelemetry. */
class ServerWideIT extends DomainContract {

  @Deployment(name = "producing", managed = false, testable = false)
  public static WebArchive producing() {
    return plain("producing", Api.class, SpanResource.class);
  }

  @Deployment(name = "joined", managed = false, testable = false)
  public static WebArchive joined() {
    return plain("joined", Api.class, PingResource.class)
        .addAsResource(
            new StringAsset(
                """
                otel.sdk.disabled=false
                otel.exporter.otlp.protocol=http/protobuf
                otel.metrics.exporter=none
                otel.logs.exporter=none
                """),
            "META-INF/microprofile-config.properties");
  }

  /** Payara gives it another, with Clew or without. */
  @Override
  @Test
  protected void whoeverBringsOpenTelemetryApiKeepsItsOwn() throws Exception {
    deploy("own");

    assertThat(Http.get("/own/copies").body()).isEqualTo("2");
    assertTree(1, "own: GET /own/copies (server)\n");
  }

  @Test
  void spansThatTheServersWouldDropAreRecorded() throws Exception {
    deploy("producing");

    assertThat(Http.get("/producing/api/span").statusCode()).isEqualTo(204);
    assertTree(
        2,
        """
        producing: GET /producing/api/span (server)
          producing: step (internal)
        """);
  }

  @Test
  void whereTheServersTracesItIsJoined() throws Exception {
    deploy("joined");

    assertThat(Http.get("/joined/api/ping").body()).isEqualTo("pong");
    assertThat(OtlpReceiver.shared().takeTrace(1).tree().replace("/", ""))
        .isEqualTo("joined: GET joinedapiping (server)\n");
    // Its conventions are its own.
    OtlpReceiver.shared().forgetProblems();
  }
}
