// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbParameters;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/**
 * Keeps the values of the parameters that are listed, as they are set. Streams and what else has no
 * text are never looked at.
 *
 * @param <S> what stands behind
 */
abstract class BoundPreparedStatement<S extends PreparedStatement>
    extends PreparedStatementDelegate<S> {

  /** {@code null} where none is listed. */
  final DbParameters values;

  BoundPreparedStatement(S delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
    this.values = connection.parameters(sql);
  }

  @Override
  public final void clearParameters() throws SQLException {
    delegate.clearParameters();
    if (values != null) {
      values.clear();
    }
  }

  @Override
  public final void setNull(int parameterIndex, int sqlType) throws SQLException {
    delegate.setNull(parameterIndex, sqlType);
    if (values != null) {
      values.set(parameterIndex, null);
    }
  }

  @Override
  public final void setBoolean(int parameterIndex, boolean x) throws SQLException {
    delegate.setBoolean(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setByte(int parameterIndex, byte x) throws SQLException {
    delegate.setByte(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setShort(int parameterIndex, short x) throws SQLException {
    delegate.setShort(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setInt(int parameterIndex, int x) throws SQLException {
    delegate.setInt(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setLong(int parameterIndex, long x) throws SQLException {
    delegate.setLong(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setFloat(int parameterIndex, float x) throws SQLException {
    delegate.setFloat(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setDouble(int parameterIndex, double x) throws SQLException {
    delegate.setDouble(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setBigDecimal(int parameterIndex, BigDecimal x) throws SQLException {
    delegate.setBigDecimal(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setString(int parameterIndex, String x) throws SQLException {
    delegate.setString(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setDate(int parameterIndex, Date x) throws SQLException {
    delegate.setDate(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setTime(int parameterIndex, Time x) throws SQLException {
    delegate.setTime(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setTimestamp(int parameterIndex, Timestamp x) throws SQLException {
    delegate.setTimestamp(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setNull(int parameterIndex, int sqlType, String typeName) throws SQLException {
    delegate.setNull(parameterIndex, sqlType, typeName);
    if (values != null) {
      values.set(parameterIndex, null);
    }
  }

  @Override
  public final void setDate(int parameterIndex, Date x, Calendar cal) throws SQLException {
    delegate.setDate(parameterIndex, x, cal);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setTime(int parameterIndex, Time x, Calendar cal) throws SQLException {
    delegate.setTime(parameterIndex, x, cal);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setTimestamp(int parameterIndex, Timestamp x, Calendar cal)
      throws SQLException {
    delegate.setTimestamp(parameterIndex, x, cal);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setNString(int parameterIndex, String x) throws SQLException {
    delegate.setNString(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setObject(int parameterIndex, Object x) throws SQLException {
    delegate.setObject(parameterIndex, x);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setObject(int parameterIndex, Object x, int targetSqlType) throws SQLException {
    delegate.setObject(parameterIndex, x, targetSqlType);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setObject(int parameterIndex, Object x, int targetSqlType, int scaleOrLength)
      throws SQLException {
    delegate.setObject(parameterIndex, x, targetSqlType, scaleOrLength);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setObject(int parameterIndex, Object x, SQLType targetSqlType)
      throws SQLException {
    delegate.setObject(parameterIndex, x, targetSqlType);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }

  @Override
  public final void setObject(
      int parameterIndex, Object x, SQLType targetSqlType, int scaleOrLength) throws SQLException {
    delegate.setObject(parameterIndex, x, targetSqlType, scaleOrLength);
    if (values != null) {
      values.set(parameterIndex, x);
    }
  }
}
