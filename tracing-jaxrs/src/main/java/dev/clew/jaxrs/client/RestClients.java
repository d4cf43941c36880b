// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Traces every MicroProfile REST client of the application, injected or built. Found as a service
 * of {@link RestClientListener}.
 */
public final class RestClients implements RestClientListener {

  @Override
  public void onNewClient(Class<?> type, RestClientBuilder builder) {
    try {
      register(builder);
    } catch (Throwable failure) {
      Guard.failed("trace a MicroProfile REST client", failure);
    }
  }

  private static void register(RestClientBuilder builder) {
    builder.register(new RestClientSpanFilter(), Integer.MAX_VALUE);
    builder.register(new CallerContextFactory());
  }
}
