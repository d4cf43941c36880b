// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import java.io.NotSerializableException;
import java.io.Serializable;

/** A decorator while the bean that holds it is passivated; the provider's object goes along. */
final class Passivated implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Serializable delegate;

  Passivated(Serializable delegate) {
    this.delegate = delegate;
  }

  /** What is written instead of a decorator. */
  static Passivated of(Object delegate) throws NotSerializableException {
    if (delegate instanceof Serializable serializable) {
      return new Passivated(serializable);
    }
    throw new NotSerializableException(delegate.getClass().getName());
  }

  private Object readResolve() {
    return JmsTracing.decorated(delegate);
  }
}
