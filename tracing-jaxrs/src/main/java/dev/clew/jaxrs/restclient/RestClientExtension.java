// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import dev.clew.instrument.inject.InjectedBeans;
import dev.clew.instrument.inject.OptionalApi;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;

/**
 * Wraps each MicroProfile REST client that is injected with {@code @RestClient}, where RESTEasy
 * makes them: it tells no filter of a connection that fails, so that only who calls the client sees
 * it. What an application looks up by itself stays as it is. Found by the container; does nothing
 * where there is no RESTEasy or no such API.
 */
public class RestClientExtension implements Extension {

  /** After all others, which are to see what the application has written. */
  private static final int LAST = Integer.MAX_VALUE;

  /** {@code null} where there is nothing to wrap. */
  private final InjectedBeans clients = areMadeHere() ? InjectedClients.beans() : null;

  <T, X> void move(@Observes @Priority(LAST) ProcessInjectionPoint<T, X> event) {
    if (clients != null) {
      clients.move(event);
    }
  }

  void addBeans(@Observes @Priority(LAST) AfterBeanDiscovery event, BeanManager manager) {
    if (clients != null) {
      clients.addBeans(event, manager);
    }
  }

  private static boolean areMadeHere() {
    return OptionalApi.isPresent(
            "org.eclipse.microprofile.rest.client.inject.RestClient", RestClientExtension.class)
        && OptionalApi.isPresent(
            "org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl",
            RestClientExtension.class);
  }
}
