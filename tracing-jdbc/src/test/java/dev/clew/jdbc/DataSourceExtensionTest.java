// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In Weld SE, with an extension in the place of the container that fills {@code @Resource}. */
class DataSourceExtensionTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @ApplicationScoped
  public static class Base {
    @Resource private DataSource inherited;

    DataSource inherited() {
      return inherited;
    }
  }

  @ApplicationScoped
  public static class Orders extends Base {
    @Resource private DataSource orders;
    @Resource private JdbcDataSource ofTheDriver;
    private DataSource notInjected = Databases.h2("plain");

    DataSource orders() {
      return orders;
    }

    JdbcDataSource ofTheDriver() {
      return ofTheDriver;
    }

    DataSource notInjected() {
      return notInjected;
    }
  }

  @ApplicationScoped
  public static class Sources {

    static final List<Object> DISPOSED = new ArrayList<>();

    @Produces
    @Resource
    @ApplicationScoped
    DataSource source() {
      return Databases.h2("produced");
    }

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

  /** What the container does between injection by CDI and ours. */
  public static class Container implements Extension {
    <T extends Base> void fill(@Observes @Priority(1) ProcessInjectionTarget<T> event) {
      event.setInjectionTarget(new Filling<>(event.getInjectionTarget()));
    }
  }

  /** Fills fields as a container's injection services do. */
  private static final class Filling<T extends Base> implements InjectionTarget<T> {

    private final InjectionTarget<T> target;

    Filling(InjectionTarget<T> target) {
      this.target = target;
    }

    @Override
    public void inject(T instance, CreationalContext<T> context) {
      target.inject(instance, context);
      ((Base) instance).inherited = Databases.h2("inherited");
      if (instance instanceof Orders orders) {
        orders.orders = Databases.h2("orders");
        orders.ofTheDriver = Databases.h2("driver");
      }
    }

    @Override
    public void postConstruct(T instance) {
      target.postConstruct(instance);
    }

    @Override
    public void preDestroy(T instance) {
      target.preDestroy(instance);
    }

    @Override
    public T produce(CreationalContext<T> context) {
      return target.produce(context);
    }

    @Override
    public void dispose(T instance) {
      target.dispose(instance);
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
      return target.getInjectionPoints();
    }
  }

  private static SeContainer start(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addExtensions(new Container(), new DataSourceExtension())
        .initialize();
  }

  @Test
  void fieldsWithResourceAreTraced() {
    try (SeContainer container = start(Orders.class)) {
      Orders orders = container.select(Orders.class).get();

      assertThat(orders.orders()).isInstanceOf(TracedDataSource.class);
      assertThat(orders.inherited()).isInstanceOf(TracedDataSource.class);
      assertThat(orders.ofTheDriver()).isExactlyInstanceOf(JdbcDataSource.class);
      assertThat(orders.notInjected()).isExactlyInstanceOf(JdbcDataSource.class);
    }
  }

  @Test
  void fieldsStayAsTheyAreWhereSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.jdbc.enabled", "false"));
    try (SeContainer container = start(Orders.class)) {
      assertThat(container.select(Orders.class).get().orders())
          .isExactlyInstanceOf(JdbcDataSource.class);
    }
  }

  @Test
  void whatIsProducedFromAResourceIsTraced() throws Exception {
    try (SeContainer container = start(Sources.class, User.class)) {
      assertThat(container.select(User.class).get().query()).isEqualTo(1);
    }

    assertThat(tracing.takeOne().text("db.namespace")).isEqualTo("produced");
    assertThat(Sources.DISPOSED).singleElement().isInstanceOf(JdbcDataSource.class);
  }
}
