// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes and fills the tables when the application is deployed. */
@Startup
@Singleton
public class Tables {

  private static final String ROWS = " AS SELECT x, x * 10 FROM SYSTEM_RANGE(0, 99)";

  @Resource DataSource database;

  @PostConstruct
  void create() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE products (id INT PRIMARY KEY, name VARCHAR(20))" + ROWS);
      statement.execute("CREATE TABLE prices (product INT PRIMARY KEY, cents INT)" + ROWS);
      statement.execute("CREATE TABLE stocks (product INT PRIMARY KEY, amount INT)" + ROWS);
    } catch (SQLException failure) {
      throw new IllegalStateException("the tables cannot be made", failure);
    }
  }
}
