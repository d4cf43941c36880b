// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.PassivationCapable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A bean of Clew's that steps back where there is another of its type: it has no type that anybody
 * injects then. Whether there is one is known only when all extensions have added their beans, and
 * CDI offers no later time to add one. Application-scoped, so that what is injected is a client
 * proxy, which beans that are passivated can hold.
 */
final class OfferedBean<T> implements Bean<T>, PassivationCapable {

  private static final Set<Annotation> QUALIFIERS =
      Set.of(Default.Literal.INSTANCE, Any.Literal.INSTANCE);

  private final Class<T> type;
  private final Supplier<T> creator;
  private final Set<Class<?>> provided;

  OfferedBean(Class<T> type, Supplier<T> creator, Set<Class<?>> provided) {
    this.type = type;
    this.creator = creator;
    this.provided = provided;
  }

  @Override
  public Set<Type> getTypes() {
    return provided.contains(type) ? Set.of(OfferedBean.class) : Set.of(type, Object.class);
  }

  @Override
  public T create(CreationalContext<T> context) {
    return creator.get();
  }

  @Override
  public void destroy(T instance, CreationalContext<T> context) {
    context.release();
  }

  @Override
  public Class<?> getBeanClass() {
    return ClewExtension.class;
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return QUALIFIERS;
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return ApplicationScoped.class;
  }

  @Override
  public String getId() {
    return OfferedBean.class.getName() + "#" + type.getName();
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return Set.of();
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
    return "Clew's " + type.getName();
  }
}
