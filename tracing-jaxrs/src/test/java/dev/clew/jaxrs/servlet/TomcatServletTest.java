// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.jaxrs.app.ContractServlet;
import dev.clew.jaxrs.app.TomcatWar;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

class TomcatServletTest extends ServletContract {

  private TomcatWar war;

  @Override
  protected URI startServer() throws Exception {
    war = TomcatWar.start(TomcatServletTest::deploy);
    return war.base();
  }

  @Override
  protected void stopServer() throws Exception {
    war.stop();
  }

  static void deploy(Context context) {
    Wrapper servlet = Tomcat.addServlet(context, "contract", new ContractServlet());
    servlet.setAsyncSupported(true);
    ContractServlet.mappings()
        .forEach(mapping -> context.addServletMappingDecoded(mapping, "contract"));
    Tomcat.addServlet(context, "default", new DefaultServlet());
    context.addServletMappingDecoded("/", "default");
    ErrorPage page = new ErrorPage();
    page.setErrorCode(500);
    page.setLocation(ContractServlet.ERROR_VIEW);
    context.addErrorPage(page);
  }
}
