// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import dev.clew.instrument.Guard;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.PassivationCapable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Gives what another bean gives, wrapped. Dependent, so that the other bean keeps its scope: what
 * is wrapped is that bean's client proxy, or an instance that is destroyed with whom it was made
 * for. It has the application's injection points as its own, so that the container says of those
 * what it would say without Clew.
 */
final class WrappedBean implements Bean<Object>, PassivationCapable {

  private final Class<?> room;
  private final InjectedType injected;
  private final Set<InjectionPoint> places;
  private final BiFunction<Class<?>, Object, ?> wrapping;
  private final BeanManager manager;

  WrappedBean(
      Class<?> room,
      InjectedType injected,
      Set<InjectionPoint> places,
      BiFunction<Class<?>, Object, ?> wrapping,
      BeanManager manager) {
    this.room = room;
    this.injected = injected;
    this.wrapping = wrapping;
    this.places = places;
    this.manager = manager;
  }

  @Override
  public Object create(CreationalContext<Object> context) {
    Object original =
        manager.getInjectableReference(
            new InjectionPointView(place(context), injected.type(), injected.qualifiers()),
            context);
    try {
      return original == null ? null : wrapping.apply(injected.type(), original);
    } catch (Throwable failure) {
      Guard.failed("wrap a bean", failure);
      return original;
    }
  }

  /** Where it goes to, as producers can ask for it. */
  private InjectionPoint place(CreationalContext<?> context) {
    try {
      Object current =
          manager.getInjectableReference(
              new InjectionPointView(
                  first(), InjectionPoint.class, Set.of(Default.Literal.INSTANCE)),
              context);
      return current == null ? first() : (InjectionPoint) current;
    } catch (Throwable failure) {
      Guard.failed("find an injection point", failure);
      return first();
    }
  }

  private InjectionPoint first() {
    return places.iterator().next();
  }

  /** With the other, if that was made for it. */
  @Override
  public void destroy(Object instance, CreationalContext<Object> context) {
    context.release();
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return places;
  }

  @Override
  public Set<Type> getTypes() {
    return Set.of(injected.type(), Object.class);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(new Wrapped.Literal(injected.id()), Any.Literal.INSTANCE);
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return Dependent.class;
  }

  @Override
  public Class<?> getBeanClass() {
    return room;
  }

  @Override
  public String getId() {
    return WrappedBean.class.getName() + "#" + injected.id();
  }

  @Override
  public Set<Class<? extends Annotation>> getStereotypes() {
    return Set.of();
  }

  @Override
  public String getName() {
    return null;
  }

  @Override
  public boolean isAlternative() {
    return false;
  }

  @Override
  public String toString() {
    return "Clew's wrapped " + injected.id();
  }
}
