// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.testkit.DataSourceContract;
import javax.sql.DataSource;

class DerbyTest extends DataSourceContract {

  @Override
  protected DataSource dataSource() {
    return Databases.derby("contract");
  }

  @Override
  protected DataSource trace(DataSource dataSource) {
    return TracedDataSource.of(dataSource);
  }

  @Override
  protected String system() {
    return "derby";
  }

  @Override
  protected String namespace() {
    return "contract";
  }

  @Override
  protected String unknownTable() {
    return "42X05";
  }
}
