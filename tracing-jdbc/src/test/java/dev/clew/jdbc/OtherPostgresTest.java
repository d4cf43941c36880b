// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** As {@link PostgresTest}, on the version that the build names. */
class OtherPostgresTest extends PostgresTest {

  @Override
  protected DataSource dataSource() {
    return Databases.otherPostgres();
  }

  @Test
  void isAnotherVersion() throws Exception {
    try (Connection other = dataSource().getConnection();
        Connection one = Databases.postgres().getConnection()) {
      int major = other.getMetaData().getDatabaseMajorVersion();

      assertThat(System.getProperty("postgres.other.version")).startsWith(major + ".");
      assertThat(one.getMetaData().getDatabaseMajorVersion()).isNotEqualTo(major);
    }
  }
}
