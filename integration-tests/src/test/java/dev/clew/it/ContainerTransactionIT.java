// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.SaleResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedSpan;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The container's transactions and connections, where the application asks for their spans. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.TRANSACTIONS)
class ContainerTransactionIT {

  @Deployment(testable = false)
  public static WebArchive sales() {
    return Wars.traced(
        "sales",
        Map.of(
            "clew.jdbc.transactions", "true",
            "otel.instrumentation.jdbc-datasource.enabled", "true"),
        Api.class,
        SaleResource.class);
  }

  @ParameterizedTest
  @CsvSource({"kept, commit", "dropped, rollback"})
  void transactionIsOneSpanBesideItsStatements(String what, String outcome) throws Exception {
    assertThat(Http.get("/sales/api/sales/" + what).body()).isEqualTo("2");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(6);
    FinishedSpan request = trace.span("GET /sales/api/sales/" + what);
    FinishedSpan transaction = trace.span("transaction test");
    assertThat(transaction.isChildOf(request)).isTrue();
    assertThat(transaction.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(transaction.attributes())
        .containsEntry("db.system.name", "h2database")
        .containsEntry("clew.db.transaction.outcome", outcome);
    assertThat(trace.spans())
        .extracting(ReceivedSpan::span)
        .filteredOn(span -> span.name().equals("getConnection test") && span.isChildOf(request))
        .hasSize(2);
    assertThat(trace.spans())
        .extracting(ReceivedSpan::span)
        .filteredOn(span -> span.kind() == SpanKind.CLIENT)
        .allMatch(span -> span.isChildOf(request))
        .allMatch(span -> span.endNanos() <= transaction.endNanos())
        .hasSize(2);
  }
}
