// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/** Puts tracing around what the container has just put into an object. */
final class TracedInjection<T> implements InjectionTarget<T> {

  private final InjectionTarget<T> target;
  private final List<Field> fields;
  private final ContainerResources resources;

  TracedInjection(InjectionTarget<T> target, List<Field> fields, ContainerResources resources) {
    this.target = target;
    this.fields = fields;
    this.resources = resources;
  }

  @Override
  public void inject(T instance, CreationalContext<T> context) {
    target.inject(instance, context);
    for (Field field : fields) {
      ResourceFields.replace(field, instance, resources);
    }
  }

  @Override
  public void postConstruct(T instance) {
    target.postConstruct(instance);
  }

  @Override
  public void preDestroy(T instance) {
    target.preDestroy(instance);
  }

  @Override
  public T produce(CreationalContext<T> context) {
    return target.produce(context);
  }

  @Override
  public void dispose(T instance) {
    target.dispose(instance);
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return target.getInjectionPoints();
  }
}
