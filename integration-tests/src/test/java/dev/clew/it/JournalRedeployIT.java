// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.ItemResource;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application could not deliver before it was undeployed, its successor does. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.REDEPLOY)
class JournalRedeployIT {

  private static final Path DIRECTORY = Path.of("target", "journals").toAbsolutePath();

  @ArquillianResource Deployer deployer;

  @Deployment(name = "before", managed = false, testable = false)
  public static WebArchive before() {
    return kept("before", Map.of("otel.exporter.otlp.endpoint", "http://127.0.0.1:1"));
  }

  @Deployment(name = "beside", managed = false, testable = false)
  public static WebArchive beside() {
    return kept("beside", Map.of());
  }

  @Deployment(name = "after", managed = false, testable = false)
  public static WebArchive after() {
    return kept("after", Map.of());
  }

  private static WebArchive kept(String name, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("otel.service.name", "kept");
    settings.put("clew.journal.dir", DIRECTORY.toString());
    return Wars.traced(name, settings, Api.class, ItemResource.class, Shelf.class);
  }

  @Test
  void spansOfAnApplicationWhoseCollectorWasDownComeFromTheNext() throws Exception {
    deployer.deploy("before");
    assertThat(Http.get("/before/api/items/7").statusCode()).isEqualTo(200);

    // Another one of that name at the same time has its own.
    deployer.deploy("beside");
    assertThat(Http.get("/beside/api/items/7").statusCode()).isEqualTo(200);
    OtlpReceiver.shared().takeTrace(2).span("GET /beside/api/items/{id}");
    assertThat(journals()).hasSize(2);
    deployer.undeploy("beside");
    deployer.undeploy("before");
    assertThat(journals()).hasSize(1);

    deployer.deploy("after");
    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    deployer.undeploy("after");

    trace.span("GET /before/api/items/{id}");
    assertThat(journals()).isEmpty();
  }

  private static List<Path> journals() throws IOException {
    try (Stream<Path> all = Files.walk(DIRECTORY)) {
      return all.filter(path -> path.toString().endsWith(".journal")).toList();
    }
  }
}
