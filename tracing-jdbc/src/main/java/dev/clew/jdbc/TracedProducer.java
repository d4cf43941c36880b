// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Producer;
import java.util.Set;
import javax.sql.DataSource;

/** Puts tracing around the DataSource that a producer gives. Thread-safe. */
final class TracedProducer<X> implements Producer<X> {

  private final Producer<X> producer;

  TracedProducer(Producer<X> producer) {
    this.producer = producer;
  }

  @Override
  @SuppressWarnings("unchecked") // What is declared as DataSource may be any DataSource.
  public X produce(CreationalContext<X> context) {
    X produced = producer.produce(context);
    return produced instanceof DataSource dataSource
        ? (X) ContainerSources.traced(dataSource)
        : produced;
  }

  /** Disposers get what the producer gave. */
  @Override
  @SuppressWarnings("unchecked") // As above.
  public void dispose(X instance) {
    producer.dispose(instance instanceof TracedDataSource traced ? (X) traced.delegate : instance);
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}
