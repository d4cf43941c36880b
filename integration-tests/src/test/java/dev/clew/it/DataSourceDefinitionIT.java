// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.AdministeredSource;
import dev.clew.it.app.Api;
import dev.clew.it.app.DefinedSource;
import dev.clew.it.app.Product;
import dev.clew.it.app.ProductResource;
import dev.clew.it.app.Users;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Persistence;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SQL through a DataSource that the application itself defines, for its beans and its entities. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.DATA_SOURCE_DEFINITION)
class DataSourceDefinitionIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "defined", testable = false)
  public static WebArchive defined() {
    return Persistence.over(
        DefinedSource.NAME,
        withDriver(
            Wars.traced(
                "defined",
                Api.class,
                DefinedSource.class,
                Product.class,
                ProductResource.class,
                Users.class)));
  }

  @Deployment(name = "administered", managed = false, testable = false)
  public static WebArchive administered() {
    return withDriver(
        Wars.traced("administered", Api.class, AdministeredSource.class, Users.class));
  }

  private static WebArchive withDriver(WebArchive archive) {
    return archive.setManifest(new StringAsset("Dependencies: com.h2database.h2\n"));
  }

  @Test
  void itsStatementsAreTracedOnce() throws Exception {
    assertTracedOnce(
        "defined", "defined", "GET /defined/api/defined", "SELECT INFORMATION_SCHEMA.USERS");
  }

  @Test
  @Shows(Capability.DEFINED_JPA)
  void statementsOfEntitiesAreTracedOnceToo() throws Exception {
    assertTracedOnce(
        "defined", "products/1/stored", "GET /defined/api/products/{id}/stored", "insert Product");
  }

  @Test
  @Shows(Capability.TRACING_DATA_SOURCE)
  void statementsOfOneThatTracesByItselfAreTracedOnceToo() throws Exception {
    deployer.deploy("administered");
    try {
      assertTracedOnce(
          "administered",
          "administered",
          "GET /administered/api/administered",
          "SELECT INFORMATION_SCHEMA.USERS");
    } finally {
      deployer.undeploy("administered");
    }
  }

  private static void assertTracedOnce(
      String application, String resource, String request, String statement) throws Exception {
    assertThat(Http.get("/" + application + "/api/" + resource).statusCode()).isEqualTo(200);

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    assertThat(trace.statement(statement).isChildOf(trace.span(request))).isTrue();
    assertThat(trace.statement(statement).text("db.namespace")).isEqualTo(application);
  }
}
