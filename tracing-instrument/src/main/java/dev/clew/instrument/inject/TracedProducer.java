// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Producer;
import java.util.Set;

/** Puts tracing around the resource that a producer gives. Thread-safe. */
final class TracedProducer<X> implements Producer<X> {

  private final Producer<X> producer;
  private final ContainerResources resources;

  TracedProducer(Producer<X> producer, ContainerResources resources) {
    this.producer = producer;
    this.resources = resources;
  }

  @Override
  @SuppressWarnings("unchecked") // What is declared by its interface may be any of that.
  public X produce(CreationalContext<X> context) {
    return (X) resources.traced(producer.produce(context));
  }

  /** Disposers get what the producer gave. */
  @Override
  @SuppressWarnings("unchecked") // As above.
  public void dispose(X instance) {
    producer.dispose((X) resources.bare(instance));
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}
