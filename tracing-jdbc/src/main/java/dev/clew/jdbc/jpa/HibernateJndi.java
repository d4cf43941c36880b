// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import dev.clew.jdbc.TracedDataSource;
import javax.naming.event.NamespaceChangeListener;
import javax.sql.DataSource;
import org.hibernate.engine.jndi.spi.JndiService;

/** Hibernate's way to JNDI, with tracing around the DataSources that it finds there. */
final class HibernateJndi implements JndiService {

  private static final long serialVersionUID = 1L;

  private final JndiService delegate;

  HibernateJndi(JndiService delegate) {
    this.delegate = delegate;
  }

  @Override
  public Object locate(String name) {
    Object found = delegate.locate(name);
    return found instanceof DataSource source ? TracedDataSource.of(source) : found;
  }

  @Override
  public void bind(String name, Object value) {
    delegate.bind(name, value);
  }

  @Override
  public void unbind(String name) {
    delegate.unbind(name);
  }

  @Override
  public void addListener(String name, NamespaceChangeListener listener) {
    delegate.addListener(name, listener);
  }
}
