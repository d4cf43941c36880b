// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** A callable statement whose executions are traced; keeps values as its superclass does. */
final class TracedCallableStatement extends CallableStatementDelegate {

  TracedCallableStatement(CallableStatement delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
  }

  @Override
  public void setNull(String parameterName, int sqlType) throws SQLException {
    delegate.setNull(parameterName, sqlType);
    if (values != null) {
      values.set(parameterName, null);
    }
  }

  @Override
  public void setBoolean(String parameterName, boolean x) throws SQLException {
    delegate.setBoolean(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setByte(String parameterName, byte x) throws SQLException {
    delegate.setByte(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setShort(String parameterName, short x) throws SQLException {
    delegate.setShort(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setInt(String parameterName, int x) throws SQLException {
    delegate.setInt(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setLong(String parameterName, long x) throws SQLException {
    delegate.setLong(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setFloat(String parameterName, float x) throws SQLException {
    delegate.setFloat(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setDouble(String parameterName, double x) throws SQLException {
    delegate.setDouble(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setBigDecimal(String parameterName, BigDecimal x) throws SQLException {
    delegate.setBigDecimal(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setString(String parameterName, String x) throws SQLException {
    delegate.setString(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setDate(String parameterName, Date x) throws SQLException {
    delegate.setDate(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setTime(String parameterName, Time x) throws SQLException {
    delegate.setTime(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setTimestamp(String parameterName, Timestamp x) throws SQLException {
    delegate.setTimestamp(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setNull(String parameterName, int sqlType, String typeName) throws SQLException {
    delegate.setNull(parameterName, sqlType, typeName);
    if (values != null) {
      values.set(parameterName, null);
    }
  }

  @Override
  public void setDate(String parameterName, Date x, Calendar cal) throws SQLException {
    delegate.setDate(parameterName, x, cal);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setTime(String parameterName, Time x, Calendar cal) throws SQLException {
    delegate.setTime(parameterName, x, cal);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setTimestamp(String parameterName, Timestamp x, Calendar cal) throws SQLException {
    delegate.setTimestamp(parameterName, x, cal);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setNString(String parameterName, String x) throws SQLException {
    delegate.setNString(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setObject(String parameterName, Object x) throws SQLException {
    delegate.setObject(parameterName, x);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setObject(String parameterName, Object x, int targetSqlType) throws SQLException {
    delegate.setObject(parameterName, x, targetSqlType);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setObject(String parameterName, Object x, int targetSqlType, int scaleOrLength)
      throws SQLException {
    delegate.setObject(parameterName, x, targetSqlType, scaleOrLength);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setObject(String parameterName, Object x, SQLType targetSqlType) throws SQLException {
    delegate.setObject(parameterName, x, targetSqlType);
    if (values != null) {
      values.set(parameterName, x);
    }
  }

  @Override
  public void setObject(String parameterName, Object x, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    delegate.setObject(parameterName, x, targetSqlType, scaleOrLength);
    if (values != null) {
      values.set(parameterName, x);
    }
  }
}
