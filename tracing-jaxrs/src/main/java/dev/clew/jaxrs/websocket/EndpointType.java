// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.jaxrs.internal.PathTemplate;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An endpoint's class, read once. Thread-safe. */
final class EndpointType {

  private final String route;
  private final Map<Method, Optional<EndpointMethod>> methods = new ConcurrentHashMap<>();

  private EndpointType(String route) {
    this.route = route;
  }

  /**
   * Reads a class.
   *
   * @param type the endpoint's, or one that the container has derived from it
   */
  static EndpointType of(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      ServerEndpoint endpoint = each.getAnnotation(ServerEndpoint.class);
      if (endpoint != null) {
        return new EndpointType(PathTemplate.of(endpoint.value()).text());
      }
    }
    return new EndpointType("");
  }

  /** The template of its path, without the application's. */
  String route() {
    return route;
  }

  /** Empty for a method that no occasion calls. */
  Optional<EndpointMethod> method(Method method) {
    return methods.computeIfAbsent(method, added -> EndpointMethod.of(route, added));
  }
}
