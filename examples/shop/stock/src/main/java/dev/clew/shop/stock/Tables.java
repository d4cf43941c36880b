// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes and fills the service's tables when it is deployed, anew each time. */
@Startup
@Singleton
public class Tables {

  private static final List<String> STATEMENTS =
      List.of(
          "DROP TABLE IF EXISTS stock",
          "CREATE TABLE stock (sku VARCHAR(20) PRIMARY KEY, available INT NOT NULL)",
          "INSERT INTO stock VALUES ('thread', 10000), ('spindle', 1000), ('lamp', 5)",
          "DROP TABLE IF EXISTS reservations",
          "CREATE TABLE reservations (order_id VARCHAR(36) PRIMARY KEY)",
          "DROP TABLE IF EXISTS movements",
          "CREATE TABLE movements (id INT PRIMARY KEY, note VARCHAR(60) NOT NULL)",
          "INSERT INTO movements SELECT x, 'Shelf ' || MOD(x, 97) || ': thread for ' || x"
              + " FROM SYSTEM_RANGE(1, 100000)");

  @Resource DataSource database;

  @PostConstruct
  void create() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the tables cannot be made", failure);
    }
  }
}
