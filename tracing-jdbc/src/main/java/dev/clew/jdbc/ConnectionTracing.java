// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.db.Database;
import dev.clew.jdbc.url.JdbcUrls;
import java.sql.Connection;

/**
 * What is needed to put tracing around connections of one source. The URL is asked for, and read,
 * once; drivers answer that without asking the database. Thread-safe.
 */
final class ConnectionTracing {

  private final boolean outlivesApplications;
  private volatile Database database;

  private ConnectionTracing(boolean outlivesApplications, Database database) {
    this.outlivesApplications = outlivesApplications;
    this.database = database;
  }

  /** For a source whose connections an application takes and gives back. */
  static ConnectionTracing ofHandles() {
    return new ConnectionTracing(false, null);
  }

  /** For a source whose connections a pool keeps, for whichever application. */
  static ConnectionTracing ofPhysical() {
    return new ConnectionTracing(true, null);
  }

  /** As above, where the URL is known. */
  static ConnectionTracing ofPhysical(String url) {
    return new ConnectionTracing(true, JdbcUrls.parse(url));
  }

  /**
   * A connection with tracing around it.
   *
   * @param connection of the source; {@code null} gives {@code null}
   */
  Connection trace(Connection connection) {
    if (connection == null || connection instanceof TracedConnection) {
      return connection;
    }
    return new TracedConnection(connection, this, outlivesApplications ? null : Tracers.current());
  }

  Database database(Connection connection) {
    Database known = database;
    if (known == null) {
      known = find(connection);
      database = known;
    }
    return known;
  }

  private static Database find(Connection connection) {
    try {
      return JdbcUrls.parse(connection.getMetaData().getURL());
    } catch (Throwable failure) {
      Guard.failed("ask a connection for its URL", failure);
      return Database.UNKNOWN;
    }
  }
}
