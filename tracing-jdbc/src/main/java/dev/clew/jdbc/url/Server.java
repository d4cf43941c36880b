// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.SqlDialect;

/**
 * Where a database listens.
 *
 * @param address {@code null} where not known
 * @param port -1 where not known
 */
record Server(String address, int port) {

  static final Server UNKNOWN = new Server(null, -1);

  /** Host names end here. */
  private static final int MAX_ADDRESS = 255;

  /** Reads {@code host}, {@code host:port}, {@code [::1]:port}, with credentials before or not. */
  static Server parse(String text) {
    String hostAndPort = text.substring(text.lastIndexOf('@') + 1).trim();
    int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : -1;
    if (bracket < 0 && hostAndPort.startsWith("[")) {
      hostAndPort = hostAndPort.substring(1); // the first of a list of hosts
    }
    int colon = hostAndPort.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    if (bracket > 0) {
      host = hostAndPort.substring(1, bracket);
    }
    return of(host, colon < 0 ? "" : hostAndPort.substring(colon + 1));
  }

  static Server of(String host, String port) {
    return host == null || host.isBlank() || host.length() > MAX_ADDRESS
        ? UNKNOWN
        : new Server(host.trim(), port(port));
  }

  private static int port(String text) {
    try {
      int port = text == null ? -1 : Integer.parseInt(text.trim());
      return port > 0 && port <= 65535 ? port : -1;
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  Database database(String system, SqlDialect dialect, String namespace) {
    String region = address == null ? null : AwsHost.region(address);
    String name = namespace == null || namespace.isBlank() ? null : namespace;
    return new Database(
        system,
        dialect,
        name,
        address,
        port,
        region == null ? null : "aws",
        region == null || region.isEmpty() ? null : region);
  }
}
