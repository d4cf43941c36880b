// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.resteasy;

import dev.clew.jaxrs.JaxrsContract;
import dev.clew.jaxrs.app.ContractApplication;
import dev.clew.jaxrs.app.UndertowWar;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;

class ResteasyUndertowTest extends JaxrsContract {

  private UndertowWar war;

  @Override
  protected RuntimeDelegate implementation() {
    return new ResteasyProviderFactoryImpl();
  }

  @Override
  protected URI startServer() throws Exception {
    war = UndertowWar.start(ResteasyUndertowTest::deploy);
    return war.base();
  }

  static void deploy(DeploymentInfo deployment) {
    deployment.addServlet(
        Servlets.servlet("resteasy", HttpServletDispatcher.class)
            .setAsyncSupported(true)
            .setLoadOnStartup(1)
            .addInitParam("jakarta.ws.rs.Application", ContractApplication.class.getName())
            .addMapping("/*"));
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
            HttpServerCapability.PEER_ADDRESS)
        .lacks(HttpServerCapability.UNHANDLED_EXCEPTION, "RESTEasy answers them in silence");
  }
}
