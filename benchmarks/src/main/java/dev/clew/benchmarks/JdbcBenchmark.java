// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.benchmarks.tracer.OpenTelemetrySource;
import dev.clew.benchmarks.tracer.SdkTracing;
import dev.clew.jdbc.TracedDataSource;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A prepared select of one row in H2's memory, on a pool's connection. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class JdbcBenchmark {

  /** Who traces: nobody, Clew, or OpenTelemetry's own instrumentation with its SDK. */
  @Param({"none", "clew", "opentelemetry"})
  public String tracer;

  /** How many traces are recorded. */
  @Param({"1", "0"})
  public double rate;

  private HikariDataSource pool;
  private OpenTelemetrySource source;
  private DataSource traced;

  /** Starts database, pool and tracer. */
  @Setup
  public void start() throws SQLException {
    pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:h2:mem:" + tracer + rate);
    pool.setMaximumPoolSize(2);
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INT PRIMARY KEY, item VARCHAR(20))");
      statement.execute("INSERT INTO orders VALUES (7, 'chair')");
    }
    traced = trace();
  }

  private DataSource trace() {
    switch (tracer) {
      case "none":
        return pool;
      case "clew":
        source = new ClewTracing(rate);
        return TracedDataSource.of(pool);
      case "opentelemetry":
        source = new SdkTracing(rate);
        return JdbcTelemetry.create(source.openTelemetry()).wrap(pool);
      default:
        return Loggers.wrap(tracer, pool);
    }
  }

  /** Stops all of it. */
  @TearDown
  public void stop() {
    if (source != null) {
      source.close();
    }
    pool.close();
  }

  /** One query, with taking the connection and giving it back. */
  @Benchmark
  public String select() throws SQLException {
    try (Connection connection = traced.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT item FROM orders WHERE id = ?")) {
      statement.setInt(1, 7);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** The same in a request, as most queries are. */
  @Benchmark
  public String selectInRequest(InRequest request) throws SQLException {
    request.running.call();
    return select();
  }

  /** A thread's request. */
  @State(Scope.Thread)
  public static class InRequest {

    private Request running;

    /** Begins it. */
    @Setup
    public void begin(JdbcBenchmark benchmark) {
      running = new Request(benchmark.source == null ? null : benchmark.source.openTelemetry());
    }

    /** Ends it. */
    @TearDown
    public void end() {
      running.end();
    }
  }
}
