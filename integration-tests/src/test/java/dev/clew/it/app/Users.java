// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The users of a database. */
public final class Users {

  private Users() {}

  static int countedBy(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
