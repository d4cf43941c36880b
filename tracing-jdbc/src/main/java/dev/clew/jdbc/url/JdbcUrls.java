// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import dev.clew.instrument.Guard;
import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.SqlDialect;
import java.util.List;
import java.util.Locale;

/** Reads what a JDBC URL says of the database. Nothing here throws; secrets are passed over. */
public final class JdbcUrls {

  private static final int MAX_LENGTH = 8192;

  /** What some put before the URL of the driver that they wrap. */
  private static final List<String> WRAPPERS =
      List.of("jdbc:clew:", "jdbc:aws-wrapper:", "jdbc-secretsmanager:");

  private JdbcUrls() {}

  /**
   * The database of a URL.
   *
   * @param url may be anything, also {@code null}
   * @return with as much as could be found out; never {@code null}
   */
  public static Database parse(String url) {
    if (url == null || url.length() > MAX_LENGTH) {
      return Database.UNKNOWN;
    }
    try {
      return parsed(unwrapped(url.trim()));
    } catch (Throwable failure) {
      Guard.failed("read a JDBC URL", failure);
      return Database.UNKNOWN;
    }
  }

  /** Of one in another, each is put before what it wraps. */
  private static String unwrapped(String url) {
    String rest = url;
    for (String wrapper : WRAPPERS) {
      if (rest.regionMatches(true, 0, wrapper, 0, wrapper.length())) {
        rest = "jdbc:" + rest.substring(wrapper.length());
      }
    }
    return rest;
  }

  private static Database parsed(String url) {
    String[] parts = url.split(":", 3);
    if (parts.length < 3 || !parts[0].equalsIgnoreCase("jdbc")) {
      return Database.UNKNOWN;
    }
    String rest = parts[2];
    return switch (parts[1].toLowerCase(Locale.ROOT)) {
      case "postgresql" -> postgresql("postgresql", rest);
      case "redshift" -> postgresql("aws.redshift", rest);
      case "mysql", "mysql+srv" -> network("mysql", SqlDialect.MYSQL, rest);
      case "mariadb" -> network("mariadb", SqlDialect.MYSQL, rest);
      case "oracle" -> OracleUrl.parse(rest);
      case "sqlserver" -> SqlServerUrl.parse(rest);
      case "jtds" -> network("microsoft.sql_server", SqlDialect.SQL_SERVER, rest);
      case "db2" -> network("ibm.db2", SqlDialect.DB2, rest);
      case "h2" -> EmbeddedUrl.parse("h2database", SqlDialect.H2, rest);
      case "derby" -> EmbeddedUrl.parse("derby", SqlDialect.DERBY, rest);
      case "hsqldb" -> EmbeddedUrl.parse("hsqldb", SqlDialect.OTHER, rest);
      case "sqlite" -> EmbeddedUrl.parse("sqlite", SqlDialect.OTHER, rest);
      case "clickhouse", "ch" -> network("clickhouse", SqlDialect.OTHER, rest);
      case "sap" -> network("sap.hana", SqlDialect.OTHER, rest);
      default -> Database.UNKNOWN;
    };
  }

  private static Database postgresql(String system, String rest) {
    NetworkUrl url = NetworkUrl.parse(rest);
    String database =
        url.path() != null || url.server().address() != null ? url.path() : url.bare();
    String schema = url.parameter("currentSchema");
    return url.server()
        .database(
            system,
            SqlDialect.POSTGRESQL,
            database == null || schema == null ? database : database + "|" + schema);
  }

  private static Database network(String system, SqlDialect dialect, String rest) {
    NetworkUrl url = NetworkUrl.parse(rest);
    String name = url.server().address() == null ? url.bare() : url.path();
    return url.server().database(system, dialect, name);
  }
}
