// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.resteasy;

import dev.clew.jaxrs.JaxrsContract;
import dev.clew.jaxrs.app.UndertowWar;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;

/** JAX-RS without our servlet filter, as on Java SE: it owns the span itself. */
class ResteasyAloneTest extends JaxrsContract {

  private UndertowWar war;

  @Override
  protected RuntimeDelegate implementation() {
    return new ResteasyProviderFactoryImpl();
  }

  @Override
  protected URI startServer() throws Exception {
    war = UndertowWar.startAlone(ResteasyUndertowTest::deploy);
    return war.base();
  }

  @Override
  protected void stopServer() throws Exception {
    war.stop();
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return ofEvery()
        .has(HttpServerCapability.ASYNC_TIMEOUT)
        .lacks(
            HttpServerCapability.ASYNC,
            "the API has no place to close the scope of an asynchronous method in time")
        .lacks(HttpServerCapability.UNHANDLED_EXCEPTION, "RESTEasy answers them in silence")
        .lacks(HttpServerCapability.PEER_ADDRESS, "JAX-RS knows nothing of the connection");
  }
}
