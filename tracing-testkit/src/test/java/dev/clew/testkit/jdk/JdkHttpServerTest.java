// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import dev.clew.testkit.HttpServerContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class JdkHttpServerTest extends HttpServerContract {

  private HttpServer server;
  private ExecutorService workers;
  private ExecutorService later;

  @Override
  protected URI startServer() throws IOException {
    workers = Executors.newFixedThreadPool(8);
    later = Executors.newSingleThreadExecutor();
    Tracing tracing = Tracing.current();
    HttpServerTracer tracer = new HttpServerTracer(tracing.openTelemetry(), tracing.settings());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", traced(tracer, new JdkApplication(later)));
    server.setExecutor(workers);
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + JdkApplication.BASE);
  }

  /** Broken adapters do this in other ways. */
  HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
    return new TracedHandler(tracer, application);
  }

  @Override
  protected void stopServer() {
    server.stop(0);
    workers.shutdownNow();
    later.shutdownNow();
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return Capabilities.of(HttpServerCapability.class)
        .has(
            HttpServerCapability.ROUTES,
            HttpServerCapability.ASYNC,
            HttpServerCapability.UNHANDLED_EXCEPTION,
            HttpServerCapability.CLIENT_ABORT,
            HttpServerCapability.PEER_ADDRESS,
            HttpServerCapability.NOT_FOUND,
            HttpServerCapability.UNKNOWN_METHOD)
        .lacks(HttpServerCapability.NESTED_ROUTES, "the router of the test has none")
        .lacks(HttpServerCapability.ASYNC_TIMEOUT, "the server waits for ever")
        .lacks(HttpServerCapability.MAPPED_EXCEPTION, "the server maps none")
        .lacks(HttpServerCapability.ERROR_PAGE, "the server has none")
        .lacks(HttpServerCapability.FORWARD, "the server cannot")
        .lacks(HttpServerCapability.INCLUDE, "the server cannot");
  }
}
