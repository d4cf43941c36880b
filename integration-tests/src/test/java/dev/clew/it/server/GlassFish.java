// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** GlassFish with its own domain, which has JMS. */
final class GlassFish extends GlassFishFamily {

  @Override
  public String name() {
    return "glassfish";
  }

  @Override
  public String title() {
    return "GlassFish 7";
  }

  @Override
  public Map<Capability, String> gaps() {
    Map<Capability, String> gaps = new EnumMap<>(super.gaps());
    gaps.put(Capability.JOINS, "it has no OpenTelemetry");
    gaps.put(
        Capability.REDEPLOY,
        "GlassFish keeps the class loader of every application that it has deployed, of one without"
            + " Clew too");
    return gaps;
  }

  @Override
  void prepare(Domain domain) throws IOException {
    // Its own default is a Derby that somebody has to start.
    Path h2 = Path.of(System.getProperty("it.h2"));
    Files.copy(h2, domain.libraries().resolve(h2.getFileName()));
    domain.poolOfH2("DerbyPool", "test");
  }
}
