// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about what is around statements, where it is traced. */
abstract class DataSourceAround extends DataSourceForgotten {

  private static final Map<String, String> CONNECTIONS =
      Map.of("otel.instrumentation.jdbc-datasource.enabled", "true");

  @Test
  void gettingAConnectionHasASpanWhereAskedFor() throws Exception {
    tracing.configure(CONNECTIONS);
    inSpan("parent", connection -> rows(connection, "SELECT id FROM clew_orders"));

    FinishedSpan getting = tracing.take("getConnection " + namespace());
    assertThat(getting.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(getting.attributes())
        .containsEntry("db.system.name", system())
        .containsEntry("db.namespace", namespace())
        .doesNotContainKey("db.query.text");
    FinishedSpan parent = tracing.take("parent");
    assertThat(getting.isChildOf(parent)).isTrue();
    assertThat(querySpan().isChildOf(parent)).isTrue();
  }

  @Test
  void connectionThatIsRefusedIsAnError() throws Exception {
    tracing.configure(CONNECTIONS);
    SQLException refusal = new SQLException("S3cret", "08001");

    assertThatThrownBy(() -> trace(source(() -> throwing(refusal))).getConnection())
        .isSameAs(refusal);
    FinishedSpan getting = tracing.take("getConnection");
    assertThat(getting.status()).isEqualTo(StatusCode.ERROR);
    assertThat(getting.attributes())
        .containsEntry("error.type", SQLException.class.getName())
        .containsEntry("db.response.status_code", "08001");
  }

  private static <T> T throwing(SQLException failure) throws SQLException {
    throw failure;
  }
}
