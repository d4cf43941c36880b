// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Traces the requests of a JAX-RS client. Jersey finds it as a service of {@link Feature}; RESTEasy
 * finds its filter as a service of {@code Providers}; elsewhere a client is given it by {@code
 * register}. Registered twice it acts once.
 */
public final class ClientFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    try {
      return register(context);
    } catch (Throwable failure) {
      Guard.failed("trace a JAX-RS client", failure);
      return false;
    }
  }

  private static boolean register(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.SERVER) {
      return false;
    }
    if (!configuration.isRegistered(ClientSpanFilter.class)) {
      context.register(ClientSpanFilter.class);
    }
    if (configuration.getClass().getName().startsWith("org.glassfish.jersey.")) {
      registerJersey(context);
    }
    return true;
  }

  /** Versions of Jersey without these interceptors are traced as any other client is. */
  private static void registerJersey(FeatureContext context) {
    try {
      context.register(new JerseyInvocations());
    } catch (LinkageError older) {
      Guard.failed("register Jersey's invocation interceptors", older);
    }
  }
}
