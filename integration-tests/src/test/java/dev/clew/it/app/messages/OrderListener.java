// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Takes orders out of stock. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = Destinations.ORDERS)
    })
public class OrderListener implements MessageListener {

  @Resource private DataSource stock;

  @Override
  public void onMessage(Message order) {
    try (Connection connection = stock.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 42 FROM INFORMATION_SCHEMA.SCHEMATA");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
