// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import dev.clew.instrument.Guard;
import dev.clew.jaxrs.client.TracedClients;
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

/**
 * Gives a client as the application's own bean gives it, wrapped. Dependent, so that the
 * application's bean keeps its scope: what is wrapped is that bean's client proxy, or an instance
 * that is destroyed with whom it was made for. It has the application's injection points as its
 * own, so that the container says of those what it would say without Clew.
 */
final class ClientBean implements Bean<Object>, PassivationCapable {

  private final InjectedClient client;
  private final Set<InjectionPoint> places;
  private final BeanManager manager;

  ClientBean(InjectedClient client, Set<InjectionPoint> places, BeanManager manager) {
    this.client = client;
    this.places = places;
    this.manager = manager;
  }

  @Override
  public Object create(CreationalContext<Object> context) {
    InjectionPoint place = Guard.call("find an injection point", () -> place(context), first());
    Object original =
        manager.getInjectableReference(
            new InjectionPointView(place, client.type(), client.qualifiers()), context);
    return original == null ? null : wrapped(client.type(), original);
  }

  private static <T> T wrapped(Class<T> type, Object original) {
    return TracedClients.wrap(type, type.cast(original));
  }

  /** Where the client goes to, as producers can ask for it. */
  private InjectionPoint place(CreationalContext<?> context) {
    Object current =
        manager.getInjectableReference(
            new InjectionPointView(first(), InjectionPoint.class, Set.of(Default.Literal.INSTANCE)),
            context);
    return current == null ? first() : (InjectionPoint) current;
  }

  private InjectionPoint first() {
    return places.iterator().next();
  }

  /** With the client, if that was made for it. */
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
    return Set.of(client.type(), Object.class);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(new Wrapped.Literal(client.id()), Any.Literal.INSTANCE);
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return Dependent.class;
  }

  @Override
  public Class<?> getBeanClass() {
    return RestClientExtension.class;
  }

  @Override
  public String getId() {
    return ClientBean.class.getName() + "#" + client.id();
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
    return "Clew's wrapped " + client.id();
  }
}
