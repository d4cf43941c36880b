// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import javax.sql.DataSource;

/** What the container gives to an application. */
final class ContainerSources {

  private ContainerSources() {}

  /** With tracing around it, or as it is where that is switched off; throws nothing. */
  static DataSource traced(DataSource given) {
    return Guard.call(
        "put tracing around the container's DataSource",
        () -> isEnabled() ? TracedDataSource.of(given) : given,
        given);
  }

  private static boolean isEnabled() {
    return Tracing.current().settings().get(JdbcOptions.ENABLED);
  }
}
