// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.SqlDialect;
import java.sql.SQLException;

/** What databases call their errors. */
final class StatusCodes {

  private StatusCodes() {}

  /**
   * The vendor's code, or the SQLSTATE where that is what the vendor counts by; {@code null} where
   * there is neither.
   */
  static String of(Throwable failure, SqlDialect dialect) {
    if (!(failure instanceof SQLException error)) {
      return null;
    }
    try {
      boolean byState = dialect == SqlDialect.POSTGRESQL || dialect == SqlDialect.DERBY;
      return byState || error.getErrorCode() == 0
          ? error.getSQLState()
          : String.valueOf(error.getErrorCode());
    } catch (Throwable unspeakable) {
      return null;
    }
  }
}
