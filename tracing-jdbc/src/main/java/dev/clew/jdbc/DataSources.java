// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.inject.ResourceKind;
import dev.clew.instrument.runtime.Tracing;
import java.util.Set;
import javax.sql.DataSource;

/** The DataSources that the container gives to an application. */
final class DataSources implements ResourceKind {

  @Override
  public Set<Class<?>> types() {
    return Set.of(DataSource.class);
  }

  @Override
  public Object traced(Object given) {
    return isEnabled() ? TracedDataSource.of((DataSource) given) : given;
  }

  @Override
  public Object bare(Object traced) {
    return traced instanceof TracedDataSource source ? source.delegate : traced;
  }

  private static boolean isEnabled() {
    return Tracing.current().settings().get(JdbcOptions.ENABLED);
  }
}
