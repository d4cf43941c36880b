// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.EnumMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Payara with its own domain, which has JMS and H2. */
final class Payara extends GlassFishFamily {

  private static final String DESCRIPTOR = "glassfish-web.xml";

  /**
   * Lets the application have the OpenTelemetry API that it brings. Payara's own OpenTelemetry,
   * also where it is switched off, makes spans for nobody, which would hide those of others.
   */
  private static final String OWN_LIBRARIES =
      """
      <!DOCTYPE glassfish-web-app PUBLIC
          "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
          "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
      <glassfish-web-app>
        <class-loader delegate="false"/>
      </glassfish-web-app>
      """;

  @Override
  public String name() {
    return "payara";
  }

  @Override
  public String title() {
    return "Payara 6";
  }

  @Override
  public Map<Capability, String> gaps() {
    Map<Capability, String> gaps = new EnumMap<>(super.gaps());
    gaps.put(
        Capability.EAR,
        "it gives libraries of an EAR its own OpenTelemetry API, and so spans that hide Clew's"
            + " (CLEW-0020 says so); in each of the EAR's WARs the drop-in works");
    return gaps;
  }

  @Override
  public void adapt(WebArchive archive) {
    archive.addAsWebInfResource(new StringAsset(OWN_LIBRARIES), DESCRIPTOR);
  }

  @Override
  public void share(WebArchive archive) {
    archive.delete("/WEB-INF/" + DESCRIPTOR);
  }

  @Override
  void prepare(Domain domain) {
    // Its own are files that are shared by ports.
    domain.poolOfH2("H2Pool", "test");
    domain.poolOfH2("__TimerPool", "timers");
    domain.option("-Dhazelcast.socket.bind.any=", "false");
    domain.option("-Dhazelcast.local.localAddress=", "127.0.0.1");
  }
}
