// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import dev.clew.instrument.Guard;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessProducer;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Puts tracing around resources of one kind, without touching the application: where a field or a
 * setter has {@code @Resource}, and where a producer gives one to other beans. A room's extension
 * hands on what it observes. Thread-safe; nothing here throws.
 */
public final class ContainerResources {

  /** Weak, because it outlives applications where they share this library. */
  private static final Set<ContainerResources> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final ResourceKind kind;

  /** Those of a kind. */
  public ContainerResources(ResourceKind kind) {
    this.kind = kind;
    ALL.add(this);
  }

  /** Lets what the container puts into objects of a class be traced, its superclasses' too. */
  public <T> void injected(ProcessInjectionTarget<T> event) {
    try {
      trace(event);
    } catch (Throwable failure) {
      Guard.failed("look for resources in a class", failure);
    }
  }

  private <T> void trace(ProcessInjectionTarget<T> event) {
    List<Field> fields =
        ResourceFields.reporting(event.getAnnotatedType().getJavaClass(), kind.types());
    if (!fields.isEmpty()) {
      event.setInjectionTarget(new TracedInjection<>(event.getInjectionTarget(), fields, this));
    }
  }

  /**
   * Lets what the container has put into a bean be traced, of every kind that somebody looks after,
   * where that was not seen when it was done, as with message-driven beans on some servers.
   */
  public static void allInjected(Object bean) {
    for (ContainerResources resources : ALL.toArray(new ContainerResources[0])) {
      for (Field field : ResourceFields.of(bean, resources.kind.types())) {
        ResourceFields.replace(field, bean, resources);
      }
    }
  }

  /** Lets what a producer with {@code @Resource} gives be traced. */
  public <T, X> void produced(ProcessProducer<T, X> event) {
    try {
      trace(event);
    } catch (Throwable failure) {
      Guard.failed("look for a resource in a producer", failure);
    }
  }

  private <T, X> void trace(ProcessProducer<T, X> event) {
    AnnotatedMember<T> member = event.getAnnotatedMember();
    if (member.isAnnotationPresent(Resource.class) && kind.types().contains(member.getBaseType())) {
      event.setProducer(new TracedProducer<>(event.getProducer(), this));
    }
  }

  /** A resource with tracing around it; {@code null} for {@code null}. */
  Object traced(Object given) {
    try {
      return given == null ? null : kind.traced(given);
    } catch (Throwable failure) {
      Guard.failed("put tracing around a resource", failure);
      return given;
    }
  }

  /** What {@link #traced} was given. */
  Object bare(Object traced) {
    try {
      return kind.bare(traced);
    } catch (Throwable failure) {
      Guard.failed("take tracing from a resource", failure);
      return traced;
    }
  }
}
