// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.ResourceContainer;
import dev.clew.testkit.TracingExtension;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Container resources that are DataSources, and with them the machinery for all kinds. */
class DataSourceExtensionTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @ApplicationScoped
  public static class Base {
    @Resource private DataSource inherited;
    private DataSource kept;

    @Resource
    private void setAnother(DataSource given) {
      kept = given;
    }

    DataSource inherited() {
      return inherited;
    }

    DataSource kept() {
      return kept;
    }
  }

  @ApplicationScoped
  public static class Orders extends Base {
    @Resource private DataSource orders;
    @Resource private JdbcDataSource ofTheDriver;
    private DataSource notInjected = Databases.h2("plain");
    private DataSource archive;
    private int setterCalls;

    @Resource
    public void setArchive(DataSource given) {
      archive = given;
      setterCalls++;
    }

    DataSource orders() {
      return orders;
    }

    JdbcDataSource ofTheDriver() {
      return ofTheDriver;
    }

    DataSource notInjected() {
      return notInjected;
    }

    DataSource archive() {
      return archive;
    }

    int setterCalls() {
      return setterCalls;
    }
  }

  @ApplicationScoped
  public static class Forgetful {
    private int name;

    @Resource
    void setSource(DataSource given) {
      name = given.hashCode();
    }

    int name() {
      return name;
    }
  }

  @Dependent
  public static class Sources {

    static final List<Object> DISPOSED = new ArrayList<>();

    @Produces @Resource private DataSource produced;

    void dispose(@Disposes DataSource source) {
      DISPOSED.add(source);
    }
  }

  @ApplicationScoped
  public static class User {
    @Inject DataSource source;

    int query() throws Exception {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT 1")) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  private static WeldContainer start(Class<?>... beans) {
    return ResourceContainer.of(place -> Databases.h2(place.getMember().getName()))
        .with(new DataSourceExtension())
        .start(beans);
  }

  @Test
  void fieldsWithResourceAreTraced() {
    try (WeldContainer container = start(Orders.class)) {
      Orders orders = container.select(Orders.class).get();

      assertThat(orders.orders()).isInstanceOf(TracedDataSource.class);
      assertThat(orders.inherited()).isInstanceOf(TracedDataSource.class);
      assertThat(orders.ofTheDriver()).isExactlyInstanceOf(JdbcDataSource.class);
      assertThat(orders.notInjected()).isExactlyInstanceOf(JdbcDataSource.class);
    }
  }

  @Test
  void whatSettersKeepIsTraced() {
    try (WeldContainer container = start(Orders.class)) {
      Orders orders = container.select(Orders.class).get();

      assertThat(orders.archive()).isInstanceOf(TracedDataSource.class);
      assertThat(orders.setterCalls()).isOne();
      assertThat(orders.kept()).isInstanceOf(TracedDataSource.class);
    }
  }

  @Test
  void setterThatKeepsItElsewhereIsReported() {
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.clew");
    logger.setFilter(entry -> !warnings.add(entry.getMessage()));
    try (WeldContainer container = start(Forgetful.class)) {
      assertThat(container.select(Forgetful.class).get().name()).isNotZero();
    } finally {
      logger.setFilter(null);
    }
    assertThat(warnings).singleElement().asString().contains("CLEW-0051", "setSource");
  }

  @Test
  void fieldsStayAsTheyAreWhereSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.jdbc.enabled", "false"));
    try (WeldContainer container = start(Orders.class)) {
      assertThat(container.select(Orders.class).get().orders())
          .isExactlyInstanceOf(JdbcDataSource.class);
    }
  }

  @Test
  void optionsThatCannotBeUsedAreReportedBeforeAnythingIsAskedFor() {
    tracing.configure(Map.of("clew.jdbc.transactions", "perhaps"));
    try (WeldContainer container = start(Orders.class)) {
      assertThat(container.isRunning()).isTrue();
    }
    assertThat(tracing.problems()).singleElement().asString().contains("'perhaps'");
  }

  @Test
  void whatIsProducedFromAResourceIsTraced() throws Exception {
    try (WeldContainer container = start(Sources.class, User.class)) {
      assertThat(container.select(User.class).get().query()).isEqualTo(1);
    }

    assertThat(tracing.takeOne().text("db.namespace")).isEqualTo("produced");
    assertThat(Sources.DISPOSED).singleElement().isNotInstanceOf(TracedDataSource.class);
  }
}
