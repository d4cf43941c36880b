// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.jersey;

import dev.clew.jaxrs.JaxrsRequests;
import dev.clew.jaxrs.app.TomcatWar;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

class JerseyRequestsTest extends JaxrsRequests {

  private TomcatWar war;

  @Override
  protected RuntimeDelegate implementation() {
    return new RuntimeDelegateImpl();
  }

  @Override
  protected URI start() throws Exception {
    war = TomcatWar.start(JerseyTomcatTest::deploy);
    return war.base();
  }

  @Override
  protected void stop() throws Exception {
    war.stop();
  }
}
