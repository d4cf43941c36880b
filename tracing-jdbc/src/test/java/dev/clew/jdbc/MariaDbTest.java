// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.testkit.DataSourceContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "the server that is unpacked runs there only")
class MariaDbTest extends DataSourceContract {

  @Override
  protected DataSource dataSource() {
    return Databases.mariaDb();
  }

  @Override
  protected DataSource trace(DataSource dataSource) {
    return TracedDataSource.of(dataSource);
  }

  @Override
  protected String system() {
    return "mariadb";
  }

  @Override
  protected String namespace() {
    return "shop";
  }

  @Override
  protected String unknownTable() {
    return "1146";
  }
}
