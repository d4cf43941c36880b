// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.DefinedSource;
import dev.clew.it.app.Product;
import dev.clew.it.app.ProductResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Persistence;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL through a DataSource that the application itself defines, for its beans and its entities. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.DATA_SOURCE_DEFINITION)
class DataSourceDefinitionIT {

  @Deployment(testable = false)
  public static WebArchive defined() {
    return Persistence.over(
            DefinedSource.NAME,
            Wars.traced(
                "defined", Api.class, DefinedSource.class, Product.class, ProductResource.class))
        .setManifest(new StringAsset("Dependencies: com.h2database.h2\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "defined, GET /defined/api/defined, SELECT INFORMATION_SCHEMA.USERS, defined",
    "products/1/stored, GET /defined/api/products/{id}/stored, insert Product, defined"
  })
  void itsStatementsAreTracedOnce(
      String resource, String request, String statement, String database) throws Exception {
    assertTracedOnce(resource, request, statement, database);
  }

  @Test
  @Shows(Capability.TRACING_DATA_SOURCE)
  void statementsOfOneThatTracesByItselfAreTracedOnceToo() throws Exception {
    assertTracedOnce(
        "defined/administered",
        "GET /defined/api/defined/administered",
        "SELECT INFORMATION_SCHEMA.USERS",
        "administered");
  }

  private static void assertTracedOnce(
      String resource, String request, String statement, String database) throws Exception {
    assertThat(Http.get("/defined/api/" + resource).statusCode()).isEqualTo(200);

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    assertThat(trace.statement(statement).isChildOf(trace.span(request))).isTrue();
    assertThat(trace.statement(statement).text("db.namespace")).isEqualTo(database);
  }
}
