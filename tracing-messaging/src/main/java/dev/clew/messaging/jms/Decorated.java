// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;

/**
 * Stands before an object of the JMS provider and is what that is: equal where the two are equal,
 * and with the same text. What it cannot do, because the provider's object is not of that domain
 * (queues, topics), it refuses as JMS 3.1 says.
 */
abstract class Decorated<D> {

  final D delegate;

  Decorated(D delegate) {
    this.delegate = delegate;
  }

  /** The provider's object as one of another interface that it may have. */
  final <T> T as(Class<T> type) throws JMSException {
    if (type.isInstance(delegate)) {
      return type.cast(delegate);
    }
    throw new jakarta.jms.IllegalStateException("the provider has no " + type.getSimpleName());
  }

  /** What stands behind a decorator; anything else as it is. */
  static Object behind(Object decorated) {
    return decorated instanceof Decorated<?> decorator ? decorator.delegate : decorated;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof Decorated<?> decorator
            && decorator.getClass() == getClass()
            && delegate.equals(decorator.delegate));
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
