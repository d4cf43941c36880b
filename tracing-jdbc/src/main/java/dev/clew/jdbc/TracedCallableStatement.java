// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.CallableStatement;

/** A callable statement whose executions are traced. */
final class TracedCallableStatement extends CallableStatementDelegate {

  TracedCallableStatement(CallableStatement delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
  }
}
