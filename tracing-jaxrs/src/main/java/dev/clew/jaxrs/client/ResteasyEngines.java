// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import jakarta.ws.rs.client.ClientRequestContext;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;

/** How a RESTEasy client sends its requests. */
final class ResteasyEngines {

  /** Open Liberty hides it from applications, though not from RESTEasy's other classes. */
  private static final Class<?> ASYNCHRONOUS =
      load("org.jboss.resteasy.client.jaxrs.engines.AsyncClientHttpEngine");

  private ResteasyEngines() {}

  /** Whether the thread that runs the request filters is also the one that waits for the answer. */
  static boolean isBlocking(ClientRequestContext request) {
    return request instanceof ClientRequestContextImpl context
        && !ASYNCHRONOUS.isInstance(context.getInvocation().getClient().httpEngine());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ClientRequestContextImpl.class.getClassLoader());
    } catch (ClassNotFoundException other) {
      throw new NoClassDefFoundError(name);
    }
  }
}
