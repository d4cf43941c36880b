// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.List;
import java.util.Map;

/** WildFly with {@code standalone-microprofile.xml}, which has MicroProfile Telemetry. */
final class WildFlyWithTelemetry implements Server {

  private final Server wildFly = new WildFly();

  @Override
  public String name() {
    return "wildfly-telemetry";
  }

  @Override
  public String title() {
    return wildFly.title() + " with MicroProfile Telemetry";
  }

  @Override
  public Map<Capability, String> gaps() {
    return Map.of();
  }

  @Override
  public List<Integer> ports() {
    return wildFly.ports();
  }

  @Override
  public String dataSource() {
    return wildFly.dataSource();
  }
}
