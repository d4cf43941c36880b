// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.Test;

class EclipseLinkTest extends PersistenceTest {

  @Override
  EntityManagerFactory start(DataSource source, Properties settings) {
    return start(source, settings, Unit.class.getClassLoader());
  }

  private static EntityManagerFactory start(
      DataSource source, Properties settings, ClassLoader loader) {
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.logging.level", "OFF");
    PersistenceProvider provider = new PersistenceProvider();
    Unit unit = new Unit(provider.getClass().getName(), source, settings, loader);
    EntityManagerFactory started = provider.createContainerEntityManagerFactory(unit, Map.of());
    startApplication();
    return started;
  }

  /** Containers set persistence units up before they start CDI. */
  private static void startApplication() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Product.class)
            .addExtensions(new EclipseLinkExtension())
            .initialize()) {
      container.getBeanManager();
    }
  }

  @Override
  Connection connection(EntityManager entities) {
    return entities.unwrap(Connection.class);
  }

  @Test
  void statementsOfADataSourceThatEclipseLinkLooksUpAreTraced() {
    Properties settings = new Properties();
    settings.put("jakarta.persistence.nonJtaDataSource", "java:app/products");
    Names.bind("java:app/products", h2);
    System.setProperty("java.naming.factory.initial", Names.class.getName());

    try (EntityManagerFactory unit = start(null, settings)) {
      storeAndFind(unit);
    } finally {
      System.clearProperty("java.naming.factory.initial");
    }
    assertEachTracedOnce();
  }

  /** Sees the same entities, but has this library not, or a copy of its own. */
  private static final class Elsewhere extends ClassLoader {

    Elsewhere() {
      super(Unit.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(EclipseLinkUnits.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void unitsOfOtherApplicationsAreLeftAlone() {
    try (EntityManagerFactory unit = start(h2, new Properties(), new Elsewhere())) {
      storeAndFind(unit);
    }
    assertThat(tracing.takeAll(2)).extracting(FinishedSpan::name).containsOnly("order");
  }
}
