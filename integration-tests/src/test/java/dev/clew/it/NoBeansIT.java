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
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application of servlets that has switched its beans off. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows({Capability.NO_BEANS, Capability.SERVLET})
class NoBeansIT {

  @Deployment(testable = false)
  public static WebArchive servletsOnly() {
    return Wars.traced("no-beans", PlainServlet.class)
        .addAsWebInfResource(
            new StringAsset(
                """
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
                       bean-discovery-mode="none"/>
                """),
            "beans.xml");
  }

  @Test
  void requestsAreTraced() throws Exception {
    HttpResponse<String> answer = Http.get("/no-beans/plain/7");

    assertThat(answer.body()).isEqualTo("plain");
    FinishedSpan server = OtlpReceiver.shared().takeTrace(1).span("GET /no-beans/plain/*");
    assertThat(server.text("http.response.status_code")).isEqualTo("200");
  }
}
