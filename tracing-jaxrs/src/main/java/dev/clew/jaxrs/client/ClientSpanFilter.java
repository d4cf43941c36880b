// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * Starts a client span after all other request filters, so that it has the address that is really
 * called and is not started for what a filter answers; ends it before all other response filters.
 * Filters hear nothing of a connection that fails: who else tells of that depends on the client.
 * Thread-safe.
 */
@ConstrainedTo(RuntimeType.CLIENT)
@Priority(Integer.MAX_VALUE)
public class ClientSpanFilter implements ClientRequestFilter, ClientResponseFilter {

  private final PerTracing<ClientTracing> tracings = new PerTracing<>(ClientTracing::of);

  @Override
  public void filter(ClientRequestContext request) {
    try {
      if (Neighbour.isCalling()) {
        return;
      }
      ClientCall before = ClientCall.of(request);
      if (before == null || !before.isOf(request)) {
        if (before != null) {
          before.giveUp();
        }
        tracings.get().start(request);
      }
    } catch (Throwable failure) {
      Guard.failed("start the span of a JAX-RS client", failure);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    try {
      ClientCall call = ClientCall.of(request);
      if (call != null) {
        call.answered(new ClientResponseView(response));
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a JAX-RS client", failure);
    }
  }
}
