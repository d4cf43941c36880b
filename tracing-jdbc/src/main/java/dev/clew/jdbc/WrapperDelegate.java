// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** A delegate that can be asked for what is behind it (JDBC 4.3, section 14.6). */
abstract class WrapperDelegate<D extends Wrapper> extends Delegate<D> implements Wrapper {

  WrapperDelegate(D delegate) {
    super(delegate);
  }

  /** This itself where it is one; else the driver's object, or what that gives. */
  @Override
  public final <T> T unwrap(Class<T> iface) throws SQLException {
    if (iface == null) {
      return delegate.unwrap(null);
    }
    if (iface.isInstance(this)) {
      return iface.cast(this);
    }
    return iface.isInstance(delegate) ? iface.cast(delegate) : delegate.unwrap(iface);
  }

  @Override
  public final boolean isWrapperFor(Class<?> iface) throws SQLException {
    return iface != null && (iface.isInstance(this) || iface.isInstance(delegate))
        || delegate.isWrapperFor(iface);
  }
}
