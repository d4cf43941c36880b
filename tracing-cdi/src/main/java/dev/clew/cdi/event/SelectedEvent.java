// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Proxies;
import jakarta.enterprise.event.Event;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/**
 * Does for an event that was selected what {@link ContextualEvent} does for those that are
 * injected; the container decorates only these. It is a dynamic proxy, because containers add
 * methods of their own to events.
 */
final class SelectedEvent implements InvocationHandler, Serializable {

  private static final long serialVersionUID = 1L;

  private final Event<?> event;
  private final boolean hasAny;

  /**
   * @param hasAny whether the application has declared {@code @Any} where it is injected
   */
  SelectedEvent(Event<?> event, boolean hasAny) {
    this.event = event;
    this.hasAny = hasAny;
  }

  /** The event, wrapped; as it is where that cannot be done. */
  static <T> Event<T> of(Event<T> event, boolean hasAny) {
    try {
      return proxy(event, hasAny);
    } catch (Throwable failure) {
      Guard.failed("wrap an event", failure);
      return event;
    }
  }

  @SuppressWarnings("unchecked") // it has all interfaces of the event
  private static <T> Event<T> proxy(Event<T> event, boolean hasAny) {
    return (Event<T>) Proxies.of(event, new SelectedEvent(event, hasAny));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean fires = method.getName().equals("fireAsync");
    Event<?> called = fires ? FiredFrom.here(event, hasAny) : event;
    Object result = Proxies.call(called, method, arguments);
    return result instanceof Event<?> selected ? of(selected, hasAny) : result;
  }
}
