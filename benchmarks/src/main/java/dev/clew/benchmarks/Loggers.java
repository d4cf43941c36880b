// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import com.p6spy.engine.event.JdbcEventListener;
import com.p6spy.engine.spy.P6DataSource;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Libraries that see SQL without tracing it, each with a listener that does nothing. */
final class Loggers {

  private Loggers() {}

  static DataSource wrap(String name, DataSource given) {
    return switch (name) {
      case "p6spy" -> p6spy(given);
      case "datasource-proxy" ->
          ProxyDataSourceBuilder.create(given).listener(new NoOpQueryExecutionListener()).build();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static DataSource p6spy(DataSource given) {
    P6DataSource spied = new P6DataSource(given);
    spied.setJdbcEventListenerFactory(Ignoring::new);
    return spied;
  }

  /** Its own log would be most of the cost. */
  private static final class Ignoring extends JdbcEventListener {}
}
