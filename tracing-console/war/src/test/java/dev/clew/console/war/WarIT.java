// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.harness.Http;
import dev.clew.it.harness.ServerJvm;
import java.io.File;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The collector in a WildFly that stays: it comes, goes with all its threads, and comes again. Its
 * class loader is kept by DuckDB's native library, as docs/console.md says.
 */
@ExtendWith(ArquillianExtension.class)
class WarIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static final String REQUEST =
      """
      {"resourceSpans": [{
        "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "shop"}}]},
        "scopeSpans": [{"spans": [{
          "traceId": "%s", "spanId": "b7ad6b7169203331", "name": "GET /orders", "kind": 2,
          "startTimeUnixNano": "1700000000000000000", "endTimeUnixNano": "1700000000001000000"
        }]}]
      }]}
      """
          .formatted(TRACE);

  @ArquillianResource Deployer deployer;

  @Deployment(name = "console", managed = false, testable = false)
  public static WebArchive console() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("it.war")));
  }

  @Test
  void keepsWhatItWasSentAndLeavesNoThreadInTheServer() throws Exception {
    deployer.deploy("console");
    assertThat(send()).isEqualTo(200);
    awaitTrace();
    showsItsPage();
    tracesItself();
    deployer.undeploy("console");
    awaitNoThread();

    deployer.deploy("console");
    awaitTrace();
    deployer.undeploy("console");
    awaitNoThread();
  }

  private static void showsItsPage() throws Exception {
    assertThat(Http.get("/clew").headers().firstValue("Location").orElse("")).endsWith("/clew/");
    assertThat(Http.get("/clew/").body()).contains("<script type=\"module\" src=\"app.js\">");
    assertThat(Http.get("/clew/app.js").body()).contains("./lib/lit-html.js");
    assertThat(Http.get("/clew/lib/lit-html.js").statusCode()).isEqualTo(200);
    assertThat(Http.get("/clew/health/ready").statusCode()).isEqualTo(200);
    assertThat(Http.get("/clew/metrics").body()).contains("clew_console_stored_spans_total");
  }

  /** By the drop-in that it brings along, and kept by itself. */
  private static void tracesItself() {
    await()
        .atMost(LIMIT)
        .until(
            () -> Http.get("/clew/api/v1/traces?service=clew-console&limit=100").body(),
            found -> found.contains("\"rootName\":\"GET /clew/api/v1/traces\""));
    await()
        .atMost(LIMIT)
        .until(
            () -> Http.get("/clew/api/v1/services/clew-console/operations").body(),
            found -> found.contains("\"kind\":\"client\""));
  }

  private static void awaitTrace() {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> Http.get("/clew/api/v1/traces?service=shop").body().contains(TRACE));
  }

  private static void awaitNoThread() {
    await().atMost(LIMIT).until(ServerJvm::clewThreads, List::isEmpty);
  }

  private static int send() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(Http.uri("/clew/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(REQUEST))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
