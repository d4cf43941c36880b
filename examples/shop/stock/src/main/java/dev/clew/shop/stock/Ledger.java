// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import dev.clew.api.Traced;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which goods were moved, and why. */
@ApplicationScoped
public class Ledger {

  /** No index helps this to find a word: one of the faults that the demo shows. */
  private static final String COUNT = "SELECT COUNT(*) FROM movements WHERE LOWER(note) LIKE ?";

  @Resource DataSource database;

  /** How many movements were noted with a word, in lower case. */
  @Traced
  public long count(String word) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setString(1, "%" + word + "%");
      try (ResultSet counted = query.executeQuery()) {
        counted.next();
        return counted.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the ledger cannot be read", failure);
    }
  }
}
