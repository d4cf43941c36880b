// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.inject.AddedType;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Makes the annotations of timers and of asynchronous methods interceptor bindings, where their jar
 * is present. So no type has to be searched for them: the container does that anyway.
 */
final class ContainerRunBinding {

  private static final String ASYNCHRONOUS = "jakarta.ejb.Asynchronous";

  private static final List<String> NAMES =
      List.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules", "jakarta.ejb.Timeout", ASYNCHRONOUS);

  private ContainerRunBinding() {}

  static void register(BeforeBeanDiscovery event) {
    try {
      for (String name : NAMES) {
        Class<?> type = Class.forName(name, false, ContainerRunBinding.class.getClassLoader());
        carry(event.configureInterceptorBinding(type.asSubclass(Annotation.class)));
      }
      event.addAnnotatedType(
          ContainerRunInterceptor.class, AddedType.id(ContainerRunInterceptor.class));
    } catch (ClassNotFoundException | LinkageError absent) {
      return; // no enterprise beans: no timers, nothing asynchronous
    }
  }

  /** Whether a type or any method of it is asynchronous. */
  static boolean isAsynchronous(AnnotatedType<?> type) {
    if (isMarked(type)) {
      return true;
    }
    for (Annotated method : type.getMethods()) {
      if (isMarked(method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(Annotated annotated) {
    return Bindings.isAmong(annotated.getAnnotations(), ASYNCHRONOUS);
  }

  private static void carry(AnnotatedTypeConfigurator<?> annotation) {
    annotation.add(ContainerRunInterceptor.class.getAnnotation(ContainerRun.class));
    for (AnnotatedMethodConfigurator<?> member : annotation.methods()) {
      member.add(Nonbinding.Literal.INSTANCE);
    }
  }
}
