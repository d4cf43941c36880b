// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.cfg.Environment;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.Test;

class HibernateTest extends PersistenceTest {

  @Override
  EntityManagerFactory start(DataSource source, Properties settings) {
    HibernatePersistenceProvider provider = new HibernatePersistenceProvider();
    Unit unit =
        new Unit(provider.getClass().getName(), source, settings, Unit.class.getClassLoader());
    return provider.createContainerEntityManagerFactory(unit, Map.of());
  }

  @Override
  Connection connection(EntityManager entities) {
    return entities.unwrap(Session.class).doReturningWork(connection -> connection);
  }

  @Test
  void statementsOfADataSourceThatHibernateLooksUpAreTraced() {
    Properties settings = new Properties();
    settings.put("hibernate.connection.datasource", "java:app/products");
    settings.put(Environment.JNDI_CLASS, Names.class.getName());
    Names.bind("java:app/products", h2);

    try (EntityManagerFactory unit = start(null, settings)) {
      storeAndFind(unit);
    }
    assertEachTracedOnce();
  }
}
