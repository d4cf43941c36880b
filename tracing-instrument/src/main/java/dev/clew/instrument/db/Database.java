// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.Objects;

/**
 * The database that statements go to. Immutable.
 *
 * @param system {@code db.system.name}
 * @param dialect how its SQL is read
 * @param namespace {@code db.namespace}; {@code null} where not known
 * @param address {@code server.address}; {@code null} where it runs in this process, or not known
 * @param port {@code server.port}; -1 where not known
 * @param cloudProvider {@code cloud.provider}; {@code null} where not known
 * @param cloudRegion {@code cloud.region}; {@code null} where not known
 */
public record Database(
    String system,
    SqlDialect dialect,
    String namespace,
    String address,
    int port,
    String cloudProvider,
    String cloudRegion) {

  /** Some database that understands SQL. */
  public static final Database UNKNOWN =
      new Database("other_sql", SqlDialect.OTHER, null, null, -1, null, null);

  /** Checks that there is a system and a dialect. */
  public Database {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(dialect, "dialect");
  }
}
