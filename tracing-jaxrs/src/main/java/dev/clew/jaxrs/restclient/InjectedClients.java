// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The injected clients of one application. Thread-safe: containers may read types in parallel. */
final class InjectedClients {

  private final Map<InjectedClient, Set<InjectionPoint>> places = new LinkedHashMap<>();
  private boolean complete;

  /**
   * Where an injection point is to be moved; {@code null} where it stays: it is not one of a
   * client, or it is seen after the beans have been added, and none is there for it.
   */
  synchronized InjectionPoint moved(InjectionPoint point) {
    InjectedClient client = InjectedClient.at(point);
    if (client == null || complete && !places.containsKey(client)) {
      return null;
    }
    if (!complete) {
      places.computeIfAbsent(client, first -> new LinkedHashSet<>()).add(point);
    }
    return new InjectionPointView(point, point.getType(), Set.of(new Wrapped.Literal(client.id())));
  }

  /** A bean for each client; from now on no more are made. */
  synchronized List<ClientBean> beans(BeanManager manager) {
    complete = true;
    return places.entrySet().stream()
        .map(each -> new ClientBean(each.getKey(), Set.copyOf(each.getValue()), manager))
        .toList();
  }
}
