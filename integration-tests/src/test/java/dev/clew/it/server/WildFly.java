// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.List;
import java.util.Map;

/** WildFly with {@code standalone-full.xml}, which has JMS and no OpenTelemetry. */
final class WildFly implements Server {

  @Override
  public String name() {
    return "wildfly";
  }

  @Override
  public String title() {
    return "WildFly 39";
  }

  @Override
  public Map<Capability, String> gaps() {
    return Map.of();
  }

  @Override
  public List<Integer> ports() {
    return List.of(8080, 9990, 8443, 3528);
  }

  @Override
  public String dataSource() {
    return "java:jboss/datasources/ExampleDS";
  }
}
