// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
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

  /** The same for what is in the libraries of an EAR. */
  private static final String OWN_LIBRARIES_OF_EAR =
      """
      <!DOCTYPE glassfish-application PUBLIC
          "-//GlassFish.org//DTD GlassFish Application Server 3.1 Java EE Application 6.0//EN"
          "http://glassfish.org/dtds/glassfish-application_6_0-1.dtd">
      <glassfish-application>
        <classloading-delegate>false</classloading-delegate>
      </glassfish-application>
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
  public void adapt(WebArchive archive) {
    archive.addAsWebInfResource(new StringAsset(OWN_LIBRARIES), DESCRIPTOR);
  }

  @Override
  public void adapt(EnterpriseArchive archive) {
    archive.addAsApplicationResource(
        new StringAsset(OWN_LIBRARIES_OF_EAR), "glassfish-application.xml");
  }

  @Override
  public void share(WebArchive archive) {
    archive.delete("/WEB-INF/" + DESCRIPTOR);
  }

  @Override
  void prepare(Domain domain) {
    domain.contextService("Classloader,JNDI,Security,WorkArea,OpenTelemetry");
    // Its own are files that are shared by ports.
    domain.poolOfH2("H2Pool", "test");
    domain.poolOfH2("__TimerPool", "timers");
    domain.option("-Dhazelcast.socket.bind.any=", "false");
    domain.option("-Dhazelcast.local.localAddress=", "127.0.0.1");
  }
}
