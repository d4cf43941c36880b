// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.jersey;

import com.sun.net.httpserver.HttpServer;
import dev.clew.jaxrs.JaxrsContract;
import dev.clew.jaxrs.app.ContractApplication;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

class JerseyJdkHttpTest extends JaxrsContract {

  private static final String PATH = "/app";

  private HttpServer server;
  private ExecutorService workers;

  @Override
  protected RuntimeDelegate implementation() {
    return new RuntimeDelegateImpl();
  }

  @Override
  protected URI startServer() throws Exception {
    workers = Executors.newFixedThreadPool(8);
    ResourceConfig application = ResourceConfig.forApplication(new ContractApplication());
    server =
        JdkHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0" + PATH), application, false);
    server.setExecutor(workers);
    server.start();
    InetSocketAddress address = server.getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + PATH);
  }

  @Override
  protected void stopServer() {
    server.stop(0);
    workers.shutdownNow();
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return ofEvery()
        .has(HttpServerCapability.UNHANDLED_EXCEPTION)
        .lacks(HttpServerCapability.ASYNC, "this container cannot suspend")
        .lacks(HttpServerCapability.ASYNC_TIMEOUT, "this container cannot suspend")
        .lacks(HttpServerCapability.PEER_ADDRESS, "JAX-RS knows nothing of the connection");
  }
}
