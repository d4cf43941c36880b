// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Producer;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts tracing around the resource that a producer gives. Thread-safe. */
final class TracedProducer<X> implements Producer<X> {

  private final Producer<X> producer;
  private final UnaryOperator<Object> traced;
  private final UnaryOperator<Object> bare;

  TracedProducer(Producer<X> producer, UnaryOperator<Object> traced, UnaryOperator<Object> bare) {
    this.producer = producer;
    this.traced = traced;
    this.bare = bare;
  }

  @Override
  @SuppressWarnings("unchecked") // What is declared by its interface may be any of that.
  public X produce(CreationalContext<X> context) {
    return (X) traced.apply(producer.produce(context));
  }

  /** Disposers get what the producer gave. */
  @Override
  @SuppressWarnings("unchecked") // As above.
  public void dispose(X instance) {
    producer.dispose((X) bare.apply(instance));
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}
