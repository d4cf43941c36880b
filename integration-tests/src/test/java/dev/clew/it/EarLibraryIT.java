// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.PingResource;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The drop-in in an EAR's own library directory, where its WARs share it. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EAR)
class EarLibraryIT {

  @Deployment(testable = false)
  public static EnterpriseArchive store() {
    WebArchive products = Wars.plain("products", Api.class, Product.class, ProductResource.class);
    WebArchive pings = Wars.plain("pings", Api.class, PingResource.class);
    Server.current().adaptToSharedLibrary(products);
    Server.current().adaptToSharedLibrary(pings);
    return Wars.tracedEar("store")
        .addAsModule(Persistence.over(Server.current().dataSource(), products))
        .addAsModule(pings);
  }

  @Test
  void requestsAndSqlOfEntitiesAreTraced() throws Exception {
    assertThat(Http.get("/products/api/products/8/stored").body()).isEqualTo("stored");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    assertThat(
            trace
                .statement("insert Product")
                .isChildOf(trace.span("GET /products/api/products/{id}/stored")))
        .isTrue();
  }

  @Test
  void anotherWarOfTheEarIsTracedToo() throws Exception {
    Http.get("/pings/api/ping");

    assertThat(OtlpReceiver.shared().takeTrace(1).tree())
        .isEqualTo("store: GET /pings/api/ping (server)\n");
  }
}
