// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import dev.clew.instrument.inject.InjectedBeans;
import dev.clew.jaxrs.client.TracedClients;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** MicroProfile REST clients; apart from the extension, which names no type of that API. */
final class InjectedClients {

  private InjectedClients() {}

  static InjectedBeans beans() {
    return new InjectedBeans(
        RestClientExtension.class,
        point -> point.getQualifiers().contains(RestClient.LITERAL),
        InjectedClients::wrap);
  }

  private static <T> T wrap(Class<T> type, Object original) {
    return TracedClients.wrap(type, type.cast(original));
  }
}
