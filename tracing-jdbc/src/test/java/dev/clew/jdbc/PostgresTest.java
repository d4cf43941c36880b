// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.testkit.DataSourceContract;
import javax.sql.DataSource;

class PostgresTest extends DataSourceContract {

  @Override
  protected DataSource dataSource() {
    return Databases.postgres();
  }

  @Override
  protected DataSource trace(DataSource dataSource) {
    return TracedDataSource.of(dataSource);
  }

  @Override
  protected String system() {
    return "postgresql";
  }

  @Override
  protected String namespace() {
    return "postgres";
  }

  @Override
  protected String unknownTable() {
    return "42P01";
  }
}
