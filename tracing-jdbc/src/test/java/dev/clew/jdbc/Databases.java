// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Real databases for tests, each started once and stopped with the process. */
final class Databases {

  private Databases() {}

  static JdbcDataSource h2(String name) {
    System.setProperty("h2.clientTraceDirectory", "target/");
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
    return Postgres.SERVER.getPostgresDatabase();
  }

  private static final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
