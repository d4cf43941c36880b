// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Asks the container's DataSource, which it gets in either way. */
@Path("stock")
@RequestScoped
public class StockResource {

  @Resource private DataSource field;
  @Inject private DataSource produced;

  @GET
  @Path("field")
  public int fromField() throws SQLException {
    return count(field);
  }

  @GET
  @Path("produced")
  public int fromProducer() throws SQLException {
    return count(produced);
  }

  private static int count(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 42 FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'PUBLIC'")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
