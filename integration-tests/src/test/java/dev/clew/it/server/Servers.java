// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.List;
import java.util.stream.Stream;

/** All servers: those of the matrix, and those in a setting of their own. */
final class Servers {

  static final List<Server> MATRIX =
      List.of(new WildFly(), new Payara(), new PayaraMicro(), new GlassFish(), new Liberty());

  private static final List<Server> VARIANTS =
      List.of(new WildFlyWithAgent(), new WildFlyWithTelemetry(), new LibertyWithTelemetry());

  private static final List<Server> ALL =
      Stream.of(MATRIX, VARIANTS).flatMap(List::stream).toList();

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
