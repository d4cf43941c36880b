// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.jaxrs.app.ContractServlet;
import dev.clew.jaxrs.app.UndertowWar;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ServletInfo;
import java.net.URI;

class UndertowServletTest extends ServletContract {

  private UndertowWar war;

  @Override
  protected URI startServer() throws Exception {
    war = UndertowWar.start(UndertowServletTest::deploy);
    return war.base();
  }

  @Override
  protected void stopServer() throws Exception {
    war.stop();
  }

  static void deploy(DeploymentInfo deployment) {
    ServletInfo servlet =
        Servlets.servlet("contract", ContractServlet.class).setAsyncSupported(true);
    ContractServlet.mappings().forEach(servlet::addMapping);
    deployment
        .addServlet(servlet)
        .addErrorPage(Servlets.errorPage(ContractServlet.ERROR_VIEW, 500));
  }
}
