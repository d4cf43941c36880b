// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Real databases for tests, each started once and stopped with the process. */
final class Databases {

  private Databases() {}

  static JdbcDataSource h2(String name) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    return h2;
  }

  static DataSource derby(String name) {
    System.setProperty("derby.stream.error.file", "target/derby.log");
    EmbeddedDataSource derby = new EmbeddedDataSource();
    derby.setDatabaseName("memory:" + name);
    derby.setCreateDatabase("create");
    return derby;
  }

  static DataSource postgres() {
    return Postgres.SERVER.source();
  }

  static DataSource otherPostgres() {
    return OtherPostgres.SERVER.source();
  }

  static DataSource mariaDb() {
    return MariaDb.SERVER.source();
  }

  private static final class Postgres {
    private static final PostgresServer SERVER = PostgresServer.ofClassPath();
  }

  private static final class OtherPostgres {
    private static final PostgresServer SERVER =
        PostgresServer.of(Path.of(System.getProperty("postgres.other.binaries")));
  }

  private static final class MariaDb {
    private static final MariaDbServer SERVER =
        MariaDbServer.start(Path.of(System.getProperty("mariadb.home")));
  }
}
