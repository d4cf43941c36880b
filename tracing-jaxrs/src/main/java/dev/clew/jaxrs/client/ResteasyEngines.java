// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import jakarta.ws.rs.client.ClientRequestContext;
import org.jboss.resteasy.client.jaxrs.engines.AsyncClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;

/** How a RESTEasy client sends its requests. */
final class ResteasyEngines {

  private ResteasyEngines() {}

  /** Whether the thread that runs the request filters is also the one that waits for the answer. */
  static boolean isBlocking(ClientRequestContext request) {
    return request instanceof ClientRequestContextImpl context
        && !(context.getInvocation().getClient().httpEngine() instanceof AsyncClientHttpEngine);
  }
}
