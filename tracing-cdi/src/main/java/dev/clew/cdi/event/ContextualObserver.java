// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import dev.clew.instrument.Handover;
import dev.clew.instrument.Scopes;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * An asynchronous observer that runs in the context in which its event was fired. Where that is not
 * known it runs as without tracing. Thread-safe if the observer is.
 */
final class ContextualObserver<T> implements ObserverMethod<T> {

  private final ObserverMethod<T> observer;

  ContextualObserver(ObserverMethod<T> observer) {
    this.observer = observer;
  }

  @Override
  public void notify(EventContext<T> event) {
    Scope scope = enter(event);
    try {
      observer.notify(event);
    } finally {
      Scopes.close(scope);
    }
  }

  @Override
  public void notify(T event) {
    observer.notify(event);
  }

  private static Scope enter(EventContext<?> event) {
    Handover fired = FiredFrom.of(event);
    return fired == null ? Scope.noop() : fired.open();
  }

  @Override
  public Class<?> getBeanClass() {
    return observer.getBeanClass();
  }

  @Override
  public Type getObservedType() {
    return observer.getObservedType();
  }

  @Override
  public Set<Annotation> getObservedQualifiers() {
    return observer.getObservedQualifiers();
  }

  @Override
  public Reception getReception() {
    return observer.getReception();
  }

  @Override
  public TransactionPhase getTransactionPhase() {
    return observer.getTransactionPhase();
  }

  @Override
  public int getPriority() {
    return observer.getPriority();
  }

  @Override
  public boolean isAsync() {
    return true;
  }

  @Override
  public String toString() {
    return observer.toString();
  }
}
