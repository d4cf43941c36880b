// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.util.Objects;

/**
 * Stands before an object of JDBC. It equals another one before an equal object, and shows itself
 * as the object does.
 */
abstract class Delegate<D> {

  final D delegate;

  Delegate(D delegate) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || other instanceof Delegate<?> that
            && getClass() == that.getClass()
            && delegate.equals(that.delegate);
  }

  @Override
  public final int hashCode() {
    return delegate.hashCode();
  }

  @Override
  public final String toString() {
    return delegate.toString();
  }
}
