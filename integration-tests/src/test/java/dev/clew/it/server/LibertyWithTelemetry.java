// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Open Liberty with MicroProfile 7.1, of which MicroProfile Telemetry brings an OpenTelemetry. */
final class LibertyWithTelemetry implements Server {

  private final Server liberty = new Liberty();

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
    return Map.of();
  }

  @Override
  public List<Integer> ports() {
    return liberty.ports();
  }

  @Override
  public void prepare(int offset) throws IOException {
    liberty.prepare(offset);
    Path configuration = Liberty.directory(offset).resolve("server.xml");
    String features = Files.readString(configuration);
    Files.writeString(configuration, features.replace("microProfile-6.1", "microProfile-7.1"));
  }

  @Override
  public String dataSource() {
    return liberty.dataSource();
  }
}
