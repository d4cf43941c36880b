// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jdbc.TracedDataSource;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a provider of Jakarta Persistence executes is traced, without a word in its settings. */
abstract class PersistenceTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  final JdbcDataSource h2 = new JdbcDataSource();

  /** Sets a unit up, as the container of an application does. */
  abstract EntityManagerFactory start(DataSource source, Properties settings);

  /** The connection of a transaction that is under way. */
  abstract Connection connection(EntityManager entities) throws Exception;

  @BeforeEach
  void createTable() throws Exception {
    h2.setURL("jdbc:h2:mem:products;DB_CLOSE_DELAY=-1");
    execute("CREATE TABLE Product (id INT NOT NULL PRIMARY KEY, name VARCHAR(50))");
  }

  @AfterEach
  void dropTable() throws Exception {
    execute("DROP TABLE Product");
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final <T> T inTransaction(EntityManagerFactory unit, Function<EntityManager, T> work) {
    Span span = tracing.tracer().spanBuilder("order").startSpan();
    try (EntityManager entities = unit.createEntityManager()) {
      return Context.current().with(span).wrapSupplier(() -> committed(entities, work)).get();
    } finally {
      span.end();
    }
  }

  private static <T> T committed(EntityManager entities, Function<EntityManager, T> work) {
    entities.getTransaction().begin();
    T result = work.apply(entities);
    entities.getTransaction().commit();
    return result;
  }

  /** Stores a product and reads it with a query of its own. */
  final void storeAndFind(EntityManagerFactory unit) {
    inTransaction(
        unit,
        entities -> {
          entities.persist(new Product(1, "lamp"));
          return null;
        });
    assertThat(inTransaction(unit, entities -> entities.find(Product.class, 1)).name())
        .isEqualTo("lamp");
  }

  final void assertEachTracedOnce() {
    List<FinishedSpan> spans = tracing.takeAll(4);

    assertStatement(spans.get(0), "INSERT PRODUCT", spans.get(1));
    assertStatement(spans.get(2), "SELECT PRODUCT", spans.get(3));
    assertThat(spans.get(2).attributes()).containsEntry("db.response.returned_rows", 1L);
  }

  private static void assertStatement(FinishedSpan statement, String name, FinishedSpan caller) {
    assertThat(caller.name()).isEqualTo("order");
    assertThat(statement.name()).isEqualToIgnoringCase(name);
    assertThat(statement.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(statement.text("db.namespace")).isEqualTo("products");
    assertThat(statement.isChildOf(caller)).isTrue();
  }

  @Test
  void statementsAreChildrenOfTheirCaller() {
    try (EntityManagerFactory unit = start(h2, new Properties())) {
      storeAndFind(unit);
    }
    assertEachTracedOnce();
  }

  @Test
  void nothingIsTracedTwice() {
    try (EntityManagerFactory unit = start(TracedDataSource.of(h2), new Properties())) {
      storeAndFind(unit);
    }
    assertEachTracedOnce();
  }

  @Test
  void theDriversConnectionCanBeReached() {
    try (EntityManagerFactory unit = start(h2, new Properties())) {
      inTransaction(unit, this::assertReachable);
    }
    assertThat(tracing.takeOne().name()).isEqualTo("order");
  }

  @Test
  void whereSwitchedOffConnectionsAreTheDriversOwn() {
    tracing.configure(Map.of("otel.instrumentation.jdbc.enabled", "false"));
    try (EntityManagerFactory unit = start(h2, new Properties())) {
      inTransaction(unit, this::assertTheDriversOwn);
    }
    assertThat(tracing.takeOne().name()).isEqualTo("order");
  }

  private Void assertTheDriversOwn(EntityManager entities) {
    try {
      assertThat(connection(entities)).isInstanceOf(org.h2.jdbc.JdbcConnection.class);
      return null;
    } catch (Exception unreachable) {
      throw new AssertionError(unreachable);
    }
  }

  private Void assertReachable(EntityManager entities) {
    try {
      assertThat(connection(entities).unwrap(org.h2.jdbc.JdbcConnection.class).isClosed())
          .isFalse();
      return null;
    } catch (Exception unreachable) {
      throw new AssertionError(unreachable);
    }
  }
}
