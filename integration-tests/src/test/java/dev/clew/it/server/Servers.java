// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.List;

/** All servers. */
final class Servers {

  static final List<Server> ALL = List.of(new WildFly());

  private Servers() {}

  static Server named(String name) {
    return ALL.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it.server=%s, but there are only %s"
                        .formatted(name, ALL.stream().map(Server::name).toList())));
  }
}
