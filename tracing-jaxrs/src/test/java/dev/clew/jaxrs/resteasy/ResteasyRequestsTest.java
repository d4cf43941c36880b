// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.resteasy;

import dev.clew.jaxrs.JaxrsRequests;
import dev.clew.jaxrs.app.UndertowWar;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;

class ResteasyRequestsTest extends JaxrsRequests {

  private UndertowWar war;

  @Override
  protected RuntimeDelegate implementation() {
    return new ResteasyProviderFactoryImpl();
  }

  @Override
  protected URI start() throws Exception {
    war = UndertowWar.start(ResteasyUndertowTest::deploy);
    return war.base();
  }

  @Override
  protected void stop() throws Exception {
    war.stop();
  }
}
