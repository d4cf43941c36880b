// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Option;
import java.util.List;

/** What can be configured of how SQL is traced. */
public final class JdbcOptions {

  /** Whether SQL statements and batches get a client span. */
  public static final Option<Boolean> ENABLED =
      Option.flag("otel.instrumentation.jdbc.enabled", true);

  /** Whether DataSource.getConnection gets a span. */
  public static final Option<Boolean> CONNECTIONS =
      Option.flag("otel.instrumentation.jdbc-datasource.enabled", false);

  /**
   * Whether transactions (of a connection, of the container, or XA) get a span, from their first
   * statement to their end.
   */
  public static final Option<Boolean> TRANSACTIONS = Option.flag("clew.jdbc.transactions", false);

  private JdbcOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(ENABLED, CONNECTIONS, TRANSACTIONS);
  }
}
