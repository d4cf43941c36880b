// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.testkit.DataSourceContract;
import javax.sql.DataSource;

class H2Test extends DataSourceContract {

  @Override
  protected DataSource dataSource() {
    return Databases.h2("contract");
  }

  @Override
  protected DataSource trace(DataSource dataSource) {
    return TracedDataSource.of(dataSource);
  }

  @Override
  protected String system() {
    return "h2database";
  }

  @Override
  protected String namespace() {
    return "contract";
  }

  @Override
  protected String unknownTable() {
    return "42102";
  }
}
