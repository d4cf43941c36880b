// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.shipping;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the service's table when it is deployed, anew each time. */
@Startup
@Singleton
public class Tables {

  @Resource DataSource database;

  @PostConstruct
  void create() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS shipments");
      statement.execute("CREATE TABLE shipments (order_id VARCHAR(36) PRIMARY KEY)");
    } catch (SQLException failure) {
      throw new IllegalStateException("the table cannot be made", failure);
    }
  }
}
