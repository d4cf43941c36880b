// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What is left of each product, and for which orders some was taken: plain JDBC, traced as it is.
 */
@ApplicationScoped
public class Shelves {

  private static final String TAKE =
      "UPDATE stock SET available = available - ? WHERE sku = ? AND available >= ?";
  private static final String NOTE = "INSERT INTO reservations (order_id) VALUES (?)";

  @Resource DataSource database;

  /**
   * Takes from the shelf.
   *
   * @throws OutOfStockException if there are not enough; none is taken then
   */
  public void take(String sku, int quantity) {
    if (update(TAKE, quantity, sku, quantity) == 0) {
      throw new OutOfStockException(sku, quantity);
    }
  }

  /** Notes that goods were taken for an order, which the database allows once. */
  public void note(String orderId) {
    update(NOTE, orderId);
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("the shelves cannot be reached", failure);
    }
  }
}
