// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.DbSpan;
import dev.clew.instrument.db.SqlDialect;
import dev.clew.jdbc.url.JdbcUrls;
import java.sql.Connection;

/**
 * What is needed to put tracing around connections of one source. The URL is asked for, and read,
 * once; drivers answer that without asking the database. Thread-safe.
 */
final class ConnectionTracing {

  private static final String CONNECTING = "getConnection";

  private final boolean outlivesApplications;
  private final XaBranches branches = new XaBranches();
  private volatile Database database;

  /** Whether the source behind gives traced connections; {@code null} before its first one. */
  private volatile Boolean tracedBehind;

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

  /** An application asks for a connection. */
  DbSpan connecting(ApplicationTracing application) {
    return application.tracesConnecting()
        ? application.tracer().startAround(CONNECTING)
        : DbSpan.none();
  }

  /**
   * It was given one.
   *
   * @return with tracing around it; {@code null} for {@code null}
   */
  Connection connected(Connection connection, DbSpan span, ApplicationTracing application) {
    if (span.isRecording()) {
      describe(span, connection);
      span.end();
    }
    return trace(connection, application, null);
  }

  /** It was given none. */
  void failed(DbSpan span, Throwable failure) {
    if (span.isRecording()) {
      describe(span, null);
      SqlDialect dialect = database == null ? SqlDialect.OTHER : database.dialect();
      span.error(failure, StatusCodes.of(failure, dialect));
      span.end();
    }
  }

  /** {@link Database#UNKNOWN} until a connection has been asked. */
  Database knownDatabase() {
    Database known = database;
    return known == null ? Database.UNKNOWN : known;
  }

  private void describe(DbSpan span, Connection connection) {
    Database known = connection == null ? database : database(connection);
    if (known != null) {
      span.describe(CONNECTING, known);
    }
  }

  /**
   * A connection with tracing around it, for whichever application.
   *
   * @param connection of the source; {@code null} gives {@code null}
   */
  Connection trace(Connection connection) {
    return trace(connection, null);
  }

  /** As above, for one that transaction managers use. */
  Connection trace(Connection connection, TracedXaConnection xa) {
    return trace(connection, outlivesApplications ? null : Tracers.current(), xa);
  }

  private Connection trace(
      Connection connection, ApplicationTracing application, TracedXaConnection xa) {
    boolean asItIs = connection == null || application == ApplicationTracing.OFF;
    return asItIs || isTraced(connection)
        ? connection
        : new TracedConnection(connection, this, application, xa);
  }

  XaBranches branches() {
    return branches;
  }

  /**
   * Also where a pool has put something around it: an administrator may have chosen a driver or a
   * source that traces. What the first connection answers is believed of all.
   */
  private boolean isTraced(Connection connection) {
    if (connection instanceof TracedConnection) {
      return true;
    }
    if (outlivesApplications) {
      return false;
    }
    Boolean known = tracedBehind;
    if (known == null) {
      known = isTracedBehind(connection);
      tracedBehind = known;
    }
    return known;
  }

  private static boolean isTracedBehind(Connection connection) {
    try {
      return connection.isWrapperFor(TracedConnection.class);
    } catch (Throwable unknown) {
      return false; // as drivers answer that do not know how to
    }
  }

  Database database(Connection connection) {
    Database known = database;
    if (known == null && !isClosed(connection)) {
      known = find(connection);
      database = known;
    }
    return known == null ? Database.UNKNOWN : known;
  }

  /** One that is closed could not tell, and the next one can. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (Throwable failure) {
      Guard.failed("ask a connection whether it is closed", failure);
      return false;
    }
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
