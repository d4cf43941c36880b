// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Open Liberty with MicroProfile 7.1, whose Telemetry applications share. */
final class LibertyWithTelemetry implements Server {

  private final Server liberty = new Liberty("microProfile-7.1");

  @Override
  public String name() {
    return "liberty-telemetry";
  }

  @Override
  public String title() {
    return liberty.title() + " with MicroProfile Telemetry";
  }

  @Override
  public Map<Capability, String> gaps() {
    return liberty.gaps();
  }

  @Override
  public List<Integer> ports() {
    return liberty.ports();
  }

  @Override
  public void prepare(int offset) throws IOException {
    liberty.prepare(offset);
  }

  @Override
  public String dataSource() {
    return liberty.dataSource();
  }
}
