// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.plain;

import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jdbc.TracedDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A program without a server: it starts Clew and, where it would end, stops it. */
public final class Stocktaking {

  private Stocktaking() {}

  public static void main(String[] none) throws SQLException {
    Startup startup = new Startup(Stocktaking.class.getClassLoader(), "stocktaking");
    try (Lease clew = Tracing.start(startup)) {
      Tracer tracer = clew.tracing().openTelemetry().getTracer("dev.clew.it.plain");
      Span span = tracer.spanBuilder("take stock").startSpan();
      try (Scope scope = span.makeCurrent()) {
        count();
      } finally {
        span.end();
      }
    }
    System.out.println(Stocktaking.class.getModule());
  }

  private static void count() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:stock");
    DataSource stock = TracedDataSource.of(database);
    try (Connection connection = stock.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      rows.next();
    }
  }
}
