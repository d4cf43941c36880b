// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** A delegate that can be asked for what is behind it (JDBC 4.3, section 14.6). */
abstract class WrapperDelegate<D extends Wrapper> extends Delegate<D> implements Wrapper {

  WrapperDelegate(D delegate) {
    super(delegate);
  }

  @Override
  public final <T> T unwrap(Class<T> iface) throws SQLException {
    return unwrap(this, delegate, iface);
  }

  @Override
  public final boolean isWrapperFor(Class<?> iface) throws SQLException {
    return isWrapperFor(this, delegate, iface);
  }

  /** The outer one itself where it is one; else the driver's object, or what that gives. */
  static <T> T unwrap(Wrapper outer, Wrapper behind, Class<T> iface) throws SQLException {
    if (iface == null) {
      return behind.unwrap(null);
    }
    if (iface.isInstance(outer)) {
      return iface.cast(outer);
    }
    return iface.isInstance(behind) ? iface.cast(behind) : behind.unwrap(iface);
  }

  static boolean isWrapperFor(Wrapper outer, Wrapper behind, Class<?> iface) throws SQLException {
    return iface != null && (iface.isInstance(outer) || iface.isInstance(behind))
        || behind.isWrapperFor(iface);
  }
}
