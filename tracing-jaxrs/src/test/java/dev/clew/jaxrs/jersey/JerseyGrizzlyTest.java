// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.jersey;

import dev.clew.jaxrs.JaxrsContract;
import dev.clew.jaxrs.app.ContractApplication;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

class JerseyGrizzlyTest extends JaxrsContract {

  private static final String PATH = "/app";

  private HttpServer server;

  @Override
  protected RuntimeDelegate implementation() {
    return new RuntimeDelegateImpl();
  }

  @Override
  protected URI startServer() {
    ResourceConfig application = ResourceConfig.forApplication(new ContractApplication());
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0" + PATH + "/"), application);
    int port = server.getListeners().iterator().next().getPort();
    return URI.create("http://127.0.0.1:" + port + PATH);
  }

  @Override
  protected void stopServer() {
    server.shutdownNow();
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return ofEvery()
        .has(
            HttpServerCapability.ASYNC,
            HttpServerCapability.ASYNC_TIMEOUT,
            HttpServerCapability.UNHANDLED_EXCEPTION)
        .lacks(HttpServerCapability.PEER_ADDRESS, "JAX-RS knows nothing of the connection");
  }
}
