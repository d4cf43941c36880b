// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.jersey;

import dev.clew.jaxrs.JaxrsContract;
import dev.clew.jaxrs.app.ContractApplication;
import dev.clew.jaxrs.app.TomcatWar;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;

class JerseyTomcatTest extends JaxrsContract {

  private TomcatWar war;

  @Override
  protected RuntimeDelegate implementation() {
    return new RuntimeDelegateImpl();
  }

  @Override
  protected URI startServer() throws Exception {
    war = TomcatWar.start(JerseyTomcatTest::deploy);
    return war.base();
  }

  static void deploy(Context context) {
    ServletContainer jersey =
        new ServletContainer(ResourceConfig.forApplication(new ContractApplication()));
    Wrapper servlet = Tomcat.addServlet(context, "jersey", jersey);
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    context.addServletMappingDecoded("/*", "jersey");
  }

  @Override
  protected void stopServer() throws Exception {
    war.stop();
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return ofEvery()
        .has(
            HttpServerCapability.ASYNC,
            HttpServerCapability.ASYNC_TIMEOUT,
            HttpServerCapability.UNHANDLED_EXCEPTION,
            HttpServerCapability.PEER_ADDRESS);
  }
}
