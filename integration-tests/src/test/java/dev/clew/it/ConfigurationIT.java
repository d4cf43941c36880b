// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.PlainServlet;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may configure what an application records: those who build it, run it, and administer. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.CONFIGURATION)
class ConfigurationIT {

  @Deployment(testable = false)
  public static WebArchive configured() {
    return Wars.traced(
        "configured",
        Map.of(
            "otel.service.name", "named-in-the-war",
            "otel.instrumentation.http.server.capture-request-headers", "x-known-to-the-war",
            "otel.resource.attributes", "deployment.environment.name=war"),
        PlainServlet.class);
  }

  @Test
  void settingsOfTheWarHold() throws Exception {
    assertThat(request().service()).isEqualTo("named-in-the-war");
  }

  /** A system property, as an administrator sets it; {@code it.server.option} of the build. */
  @Test
  void settingsOfTheServerGoBeforeThoseOfTheWar() throws Exception {
    FinishedSpan server = request();

    assertThat(server.attributes())
        .containsEntry("http.request.header.x-known-to-the-server", List.of("yes"))
        .doesNotContainKey("http.request.header.x-known-to-the-war");
  }

  @Test
  void soDoThoseOfTheEnvironment() throws Exception {
    assertThat(request().resource()).containsEntry("deployment.environment.name", "it");
  }

  private static FinishedSpan request() throws Exception {
    Http.get("/configured/plain/7", "x-known-to-the-server", "yes", "x-known-to-the-war", "yes");
    return OtlpReceiver.shared().takeTrace(1).span("GET /configured/plain/*");
  }
}
