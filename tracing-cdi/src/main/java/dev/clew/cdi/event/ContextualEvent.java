// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;

/**
 * Decorates the container's events: what is fired asynchronously takes the current context along.
 * Executor, stage and exceptions are the container's own.
 *
 * @param <T> the type of the event
 */
@Decorator
public abstract class ContextualEvent<T> implements Event<T>, Serializable {

  private static final long serialVersionUID = 1L;

  /** Serializable where beans that are passivated need it: the container sees to that. */
  @SuppressWarnings("serial")
  @Inject
  @Any
  @Delegate
  private Event<T> event;

  private boolean hasAny;

  /** Called by the container. */
  protected ContextualEvent() {}

  /** Called by the container, which tells where the event is injected. */
  @Inject
  void at(InjectionPoint point) {
    hasAny = point != null && point.getQualifiers().contains(Any.Literal.INSTANCE);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U payload) {
    return FiredFrom.here(event, hasAny).fireAsync(payload);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U payload, NotificationOptions options) {
    return FiredFrom.here(event, hasAny).fireAsync(payload, options);
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return SelectedEvent.of(event.select(qualifiers), hasAny);
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    return SelectedEvent.of(event.select(subtype, qualifiers), hasAny);
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    return SelectedEvent.of(event.select(subtype, qualifiers), hasAny);
  }
}
