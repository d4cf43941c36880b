// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Makes the annotations of timers interceptor bindings, where their jar is present. So no type has
 * to be searched for them: the container does that anyway.
 */
final class TimerBinding {

  private static final List<String> NAMES =
      List.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules", "jakarta.ejb.Timeout");

  private TimerBinding() {}

  static void register(BeforeBeanDiscovery event) {
    try {
      for (String name : NAMES) {
        Class<?> type = Class.forName(name, false, TimerBinding.class.getClassLoader());
        carry(event.configureInterceptorBinding(type.asSubclass(Annotation.class)));
      }
      event.addAnnotatedType(TimerInterceptor.class, TimerInterceptor.class.getName());
    } catch (ClassNotFoundException | LinkageError absent) {
      return; // no enterprise beans, no timers
    }
  }

  private static void carry(AnnotatedTypeConfigurator<?> annotation) {
    annotation.add(TimerInterceptor.class.getAnnotation(TimerRun.class));
    for (AnnotatedMethodConfigurator<?> member : annotation.methods()) {
      member.add(Nonbinding.Literal.INSTANCE);
    }
  }
}
