// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Executes two statements, on two connections, in one of the container's transactions. */
@Path("sales")
@RequestScoped
@Transactional
public class SaleResource {

  @Resource private DataSource source;
  @Resource private TransactionSynchronizationRegistry transactions;

  @GET
  @Path("kept")
  public int keep() throws SQLException {
    return one() + one();
  }

  @GET
  @Path("dropped")
  public int drop() throws SQLException {
    int sum = one() + one();
    transactions.setRollbackOnly();
    return sum;
  }

  private int one() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
