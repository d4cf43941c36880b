// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Proxies;
import jakarta.ws.rs.client.Client;

/**
 * For clients that Clew cannot follow all the way by itself. What is wrapped starts its spans as
 * the calling thread's context says, on whichever thread the request is sent, and ends them with
 * the cause when no response comes. Needed where a client is not found by {@link ClientFeature}'s
 * service or {@link ClientSpanFilter}'s, and with RESTEasy for the cause and the time of a failed
 * connection; harmless everywhere else. Thread-safe.
 */
public final class TracedClients {

  private TracedClients() {}

  /**
   * A client that behaves as the given one, and so do its targets, invocations and invokers. They
   * implement all interfaces of what they stand for, so that casts to those still work. Registers
   * {@link ClientFeature} with the client unless it is there.
   *
   * @return the given client itself if it cannot be wrapped
   */
  public static Client wrap(Client client) {
    try {
      return wrapped(client);
    } catch (Throwable failure) {
      Guard.failed("wrap a JAX-RS client", failure);
      return client;
    }
  }

  private static Client wrapped(Client client) {
    if (!client.getConfiguration().isRegistered(ClientSpanFilter.class)) {
      client.register(new ClientFeature());
    }
    return (Client) Proxies.of(client, new Invocations(client, null));
  }

  /**
   * A MicroProfile REST client that behaves as the given one. For clients that are built or looked
   * up: those that CDI injects are wrapped already.
   *
   * @param type its interface
   * @return the given client itself if it is wrapped or cannot be
   */
  public static <T> T wrap(Class<T> type, T restClient) {
    try {
      return RestCalls.isWrapped(restClient)
          ? restClient
          : type.cast(Proxies.of(restClient, new RestCalls(restClient)));
    } catch (Throwable failure) {
      Guard.failed("wrap a MicroProfile REST client", failure);
      return restClient;
    }
  }
}
