// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.testkit.TracingExtension;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of open queries when the application stops. */
class StoppingTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private final DataSource h2 = TracedDataSource.of(Databases.h2("stopping"));

  @Test
  void spansOfOpenQueriesEndBeforeTheApplicationStops() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(application);
      Lease lease = Tracing.install(application, tracing.openTelemetry(), Settings.of(Map.of()));
      try (Connection connection = h2.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT 1")) {
        lease.close();

        assertThat(tracing.takeOne().attributes())
            .containsEntry("db.response.returned_rows", 0L)
            .doesNotContainKey("clew.db.abandoned");
        assertThat(rows.next()).isTrue();
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
