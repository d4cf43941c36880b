// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.Product;
import dev.clew.it.app.ProductResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Persistence;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Server;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SQL of entities over a DataSource of the container, in an application without configuration. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.JPA)
class PersistenceIT {

  @Deployment(testable = false)
  public static WebArchive products() {
    return Persistence.over(
        Server.current().dataSource(),
        Wars.traced("products", Api.class, Product.class, ProductResource.class));
  }

  @Test
  void whatEntitiesExecuteIsTracedOnce() throws Exception {
    assertThat(Http.get("/products/api/products/7/stored").body()).isEqualTo("stored");
    assertStatement("GET /products/api/products/{id}/stored", "insert Product");

    assertThat(Http.get("/products/api/products/7").body()).isEqualTo("lamp");
    assertThat(assertStatement("GET /products/api/products/{id}", "select Product").attributes())
        .containsEntry("db.response.returned_rows", 1L);
  }

  private static FinishedSpan assertStatement(String request, String name) {
    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    FinishedSpan statement = trace.statement(name);
    assertThat(statement.isChildOf(trace.span(request))).isTrue();
    assertThat(statement.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(statement.attributes()).containsEntry("db.system.name", "h2database");
    return statement;
  }
}
