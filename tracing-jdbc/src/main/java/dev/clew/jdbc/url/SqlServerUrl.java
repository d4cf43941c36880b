// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.SqlDialect;

/** SQL Server's URLs: {@code //host\instance:port;databaseName=name;...}. */
final class SqlServerUrl {

  private SqlServerUrl() {}

  static Database parse(String rest) {
    int end = rest.indexOf(';');
    String place = (end < 0 ? rest : rest.substring(0, end)).replaceFirst("^//", "");
    String properties = end < 0 ? "" : rest.substring(end);
    int backslash = place.indexOf('\\');
    int port = place.indexOf(':', Math.max(0, backslash));
    String instance =
        backslash < 0
            ? property(properties, "instanceName")
            : place.substring(backslash + 1, port < 0 ? place.length() : port);
    String host =
        backslash < 0
            ? place
            : place.substring(0, backslash) + (port < 0 ? "" : place.substring(port));
    return server(host, properties)
        .database("microsoft.sql_server", SqlDialect.SQL_SERVER, namespace(instance, properties));
  }

  private static Server server(String host, String properties) {
    Server server = Server.parse(host);
    String name = property(properties, "serverName");
    String port = property(properties, "portNumber");
    if (server.address() == null) {
      return Server.of(name, port);
    }
    return server.port() < 0 && port != null ? Server.of(server.address(), port) : server;
  }

  private static String namespace(String instance, String properties) {
    String named = property(properties, "databaseName");
    String database = named != null ? named : property(properties, "database");
    if (instance == null || instance.isBlank()) {
      return database;
    }
    return database == null ? instance : instance + "|" + database;
  }

  /** Values with special characters stand in braces. */
  private static String property(String properties, String name) {
    String value = Pairs.valueOf(properties, name, "=", ";");
    return value != null && value.startsWith("{") && value.endsWith("}")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
