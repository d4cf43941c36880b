// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import dev.clew.instrument.Guard;
import dev.clew.jdbc.TracedDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jndi.internal.JndiServiceInitiator;
import org.hibernate.engine.jndi.spi.JndiService;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Puts tracing around the DataSource of every persistence unit that Hibernate sets up: around the
 * one that the container hands over, and around those that Hibernate looks up by name. Found by
 * Hibernate; nothing for applications to call.
 *
 * <p>Whether SQL is traced at all is asked for each connection: the configuration may not have been
 * read when persistence units are set up.
 */
public final class HibernateSources implements ServiceContributor {

  /** Where Hibernate's provider of connections looks, whichever way the DataSource was given. */
  private static final String DATASOURCE = "hibernate.connection.datasource";

  /** Made by Hibernate. */
  public HibernateSources() {}

  @Override
  public void contribute(StandardServiceRegistryBuilder builder) {
    Guard.run("put tracing around Hibernate's DataSource", () -> trace(builder));
  }

  private static void trace(StandardServiceRegistryBuilder builder) {
    if (builder.getSettings().get(DATASOURCE) instanceof DataSource given) {
      builder.applySetting(DATASOURCE, TracedDataSource.of(given));
    }
    builder.addInitiator(new TracedLookup());
  }

  private static final class TracedLookup implements StandardServiceInitiator<JndiService> {

    @Override
    public Class<JndiService> getServiceInitiated() {
      return JndiService.class;
    }

    @Override
    public JndiService initiateService(
        Map<String, Object> settings, ServiceRegistryImplementor registry) {
      return new HibernateJndi(JndiServiceInitiator.INSTANCE.initiateService(settings, registry));
    }
  }
}
