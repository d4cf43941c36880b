// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

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
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.logging.level", "OFF");
    PersistenceProvider provider = new PersistenceProvider();
    Unit unit = new Unit(provider.getClass().getName(), source, settings);
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
}
