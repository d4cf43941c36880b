// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import dev.clew.it.harness.OtlpReceiver;
import java.util.List;
import java.util.Map;

/** WildFly with the OpenTelemetry Java agent, which sends to the tests' receiver. */
final class WildFlyWithAgent implements Server {

  private final Server wildFly = new WildFly();

  @Override
  public String name() {
    return "wildfly-agent";
  }

  @Override
  public String title() {
    return wildFly.title() + " with the OpenTelemetry agent";
  }

  @Override
  public Map<Capability, String> gaps() {
    return wildFly.gaps();
  }

  @Override
  public List<Integer> ports() {
    return wildFly.ports();
  }

  @Override
  public void prepare(int offset) {
    System.setProperty(
        "it.agent.options",
        "-Dotel.service.name=agent -Dotel.exporter.otlp.protocol=http/protobuf"
            + " -Dotel.exporter.otlp.endpoint="
            + OtlpReceiver.shared().endpoint()
            + " -Dotel.metrics.exporter=none -Dotel.logs.exporter=none"
            + " -Dotel.bsp.schedule.delay=100");
  }

  @Override
  public String dataSource() {
    return wildFly.dataSource();
  }
}
