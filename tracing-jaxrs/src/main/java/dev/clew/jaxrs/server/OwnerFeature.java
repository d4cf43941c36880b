// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.sse.EventStream;
import dev.clew.jaxrs.sse.JerseySinks;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/**
 * Lets JAX-RS own the server span where there is no servlet filter: Java SE, and servers without
 * servlets. Found by the container as a service of {@link Feature}; an application without such a
 * search registers it by hand. Where a servlet filter turns out to own the span after all, what it
 * registers does nothing.
 */
public final class OwnerFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    try {
      return register(context);
    } catch (Throwable failure) {
      Guard.failed("let JAX-RS own server spans", failure);
      return false;
    }
  }

  private static boolean register(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.CLIENT) {
      return false;
    }
    if (isJersey(configuration) && followsJersey(context)) {
      return true;
    }
    if (isNeeded()) {
      context.register(new OwnerFilter(), Integer.MIN_VALUE);
    }
    return true;
  }

  /** A server may hide Jersey's classes from applications. */
  private static boolean followsJersey(FeatureContext context) {
    try {
      context.register(new JerseyRequests());
    } catch (LinkageError hidden) {
      Guard.failed("follow Jersey's monitoring", hidden);
      return false;
    }
    try {
      context.register(new JerseySinks(OwnerFeature::events));
    } catch (Throwable failure) {
      Guard.failed("follow Jersey's streams of events", failure);
    }
    return true;
  }

  private static EventStream events(Class<?> type, Method method) {
    Endpoint endpoint = Endpoint.of(type, method);
    return endpoint == null ? null : endpoint.events();
  }

  /** Whether requests may come with a span from {@link OwnerFilter}. */
  static boolean isUsed(FeatureContext context) {
    return isNeeded() && !isJersey(context.getConfiguration());
  }

  private static boolean isNeeded() {
    return !Application.of(Tracing.applicationLoader()).isOwnedByServlets();
  }

  static boolean isJersey(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.glassfish.jersey.");
  }
}
