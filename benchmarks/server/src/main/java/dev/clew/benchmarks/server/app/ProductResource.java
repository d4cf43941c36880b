// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A product: what three statements say of it. */
@Path("products")
@RequestScoped
public class ProductResource {

  @Resource DataSource database;

  /** Its name, price and stock as a line of text. */
  @GET
  @Path("{id}")
  @Produces("text/plain")
  public String product(@PathParam("id") int id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return first(connection, "SELECT name FROM products WHERE id = ?", id)
          + ' '
          + first(connection, "SELECT cents FROM prices WHERE product = ?", id)
          + ' '
          + first(connection, "SELECT amount FROM stocks WHERE product = ?", id);
    }
  }

  private static String first(Connection connection, String sql, int id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "-";
      }
    }
  }
}
