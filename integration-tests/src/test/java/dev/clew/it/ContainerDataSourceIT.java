// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.StockResource;
import dev.clew.it.app.StockSource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL through the container's DataSource, in an application that knows nothing of tracing. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.DATA_SOURCE)
class ContainerDataSourceIT {

  @Deployment(testable = false)
  public static WebArchive stock() {
    return Wars.traced("stock", Api.class, StockResource.class, StockSource.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"field", "produced"})
  void statementIsAChildOfTheRequest(String way) throws Exception {
    HttpResponse<String> answer = Http.get("/stock/api/stock/" + way);

    assertThat(answer.body()).isEqualTo("42");
    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    FinishedSpan query = trace.span("SELECT INFORMATION_SCHEMA.SCHEMATA");
    assertThat(query.isChildOf(trace.span("GET /stock/api/stock/" + way))).isTrue();
    assertThat(query.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(query.attributes())
        .containsEntry("db.system.name", "h2database")
        .containsEntry("db.response.returned_rows", 1L)
        .containsEntry(
            "db.query.text", "SELECT ? FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?");
  }
}
