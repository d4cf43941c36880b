// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.shipping;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is to be shipped. */
@ApplicationScoped
public class Shipments {

  private static final String INSERT = "INSERT INTO shipments (order_id) VALUES (?)";

  @Resource DataSource database;

  @Traced
  public void add(@SpanTag("clew.shop.order_id") String orderId) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, orderId);
      insert.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("the shipment cannot be written down", failure);
    }
  }
}
