// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import dev.clew.instrument.Guard;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Wraps beans that are not the application's, and that no decorator or interceptor reaches, on
 * their way into one application. Each injection point of such a bean is moved to a qualifier of
 * Clew's, and gets a dependent bean that asks for the other one and wraps it. What an application
 * looks up by itself stays as it is. A room's extension hands on what it observes, after all
 * others, which are to see what the application has written.
 *
 * <p>Thread-safe: containers may read types in parallel.
 */
public final class InjectedBeans {

  private final Class<?> room;
  private final Predicate<InjectionPoint> wanted;
  private final BiFunction<Class<?>, Object, ?> wrapping;
  private final Map<InjectedType, Set<InjectionPoint>> places = new LinkedHashMap<>();
  private boolean complete;

  /**
   * Those of a kind.
   *
   * @param room its extension, as what the beans that wrap count
   * @param wanted which injection points; only such of public interfaces are moved
   * @param wrapping takes the type as it is injected and the bean, never {@code null}, and gives
   *     one of that type
   */
  public InjectedBeans(
      Class<?> room, Predicate<InjectionPoint> wanted, BiFunction<Class<?>, Object, ?> wrapping) {
    this.room = room;
    this.wanted = wanted;
    this.wrapping = wrapping;
  }

  /** Moves an injection point, if it is one of these; throws nothing. */
  public void move(ProcessInjectionPoint<?, ?> event) {
    try {
      InjectionPoint moved = moved(event.getInjectionPoint());
      if (moved != null) {
        event.setInjectionPoint(moved);
      }
    } catch (Throwable failure) {
      Guard.failed("wrap an injected bean", failure);
    }
  }

  /**
   * {@code null} where it stays: it is none of these, or it is seen after the beans have been
   * added, and none is there for it.
   */
  private synchronized InjectionPoint moved(InjectionPoint point) {
    InjectedType type = wanted.test(point) ? InjectedType.at(point, room) : null;
    if (type == null || complete && !places.containsKey(type)) {
      return null;
    }
    if (!complete) {
      places.putIfAbsent(type, new LinkedHashSet<>());
      places.get(type).add(point);
    }
    return new InjectionPointView(point, point.getType(), Set.of(new Wrapped.Literal(type.id())));
  }

  /** Adds a bean for each that is wrapped; from now on no more are made. */
  public synchronized void addBeans(AfterBeanDiscovery event, BeanManager manager) {
    complete = true;
    for (Map.Entry<InjectedType, Set<InjectionPoint>> wrapped : places.entrySet()) {
      Set<InjectionPoint> of = Set.copyOf(wrapped.getValue());
      event.addBean(new WrappedBean(room, wrapped.getKey(), of, wrapping, manager));
    }
  }
}
