// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.internal.PathTemplate;
import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Modifier;

/**
 * Binds the interceptor to what it can see: an endpoint that could not be deployed with an
 * interceptor (CDI 4.0, "Unproxyable bean types") stays as it is, and is not traced.
 */
final class EndpointBinding {

  private static final TracedEndpoint BINDING =
      EndpointInterceptor.class.getAnnotation(TracedEndpoint.class);

  private EndpointBinding() {}

  static void bind(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    ServerEndpoint endpoint = type.getAnnotation(ServerEndpoint.class);
    if (endpoint == null || type.isAnnotationPresent(Interceptor.class)) {
      return;
    }
    Application.of(Tracing.applicationLoader()).upgrades().add(PathTemplate.of(endpoint.value()));
    if (isExtensible(type)) {
      for (AnnotatedMethodConfigurator<?> method : event.configureAnnotatedType().methods()) {
        if (isBound(method.getAnnotated())) {
          method.add(BINDING);
        }
      }
    }
  }

  private static boolean isExtensible(AnnotatedType<?> type) {
    Class<?> java = type.getJavaClass();
    return !Modifier.isFinal(java.getModifiers()) && !java.isSealed() && isConstructible(type);
  }

  private static boolean isConstructible(AnnotatedType<?> type) {
    for (AnnotatedConstructor<?> constructor : type.getConstructors()) {
      if ((constructor.getParameters().isEmpty() || constructor.isAnnotationPresent(Inject.class))
          && !Modifier.isPrivate(constructor.getJavaMember().getModifiers())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBound(AnnotatedMethod<?> method) {
    int hidden = Modifier.FINAL | Modifier.PRIVATE | Modifier.STATIC;
    return (method.getJavaMember().getModifiers() & hidden) == 0
        && Occasion.of(method.getJavaMember()) != null;
  }
}
