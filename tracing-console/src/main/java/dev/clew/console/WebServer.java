// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.jaxrs.servlet.TracingInitializer;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.xnio.Options;

/** Undertow with one application of Jakarta REST, whose resources are beans. */
final class WebServer {

  /** More than requests that may be read at once, so that slow senders do not keep out readers. */
  private static final int WORKERS = 64;

  /** A peer that says nothing for so long is gone. */
  private static final int SILENCE_MILLIS = 30_000;

  private final Undertow server;
  private final DeploymentManager deployment;
  private final GracefulShutdownHandler door;

  private WebServer(Undertow server, DeploymentManager deployment, GracefulShutdownHandler door) {
    this.server = server;
    this.deployment = deployment;
    this.door = door;
  }

  /**
   * Starts it.
   *
   * @param tls to answer with; {@code null} for plain HTTP
   * @param requestTime how long a request may take to arrive
   */
  static WebServer start(
      InetSocketAddress address, SSLContext tls, Duration requestTime, Application application)
      throws ServletException {
    DeploymentManager deployment = Servlets.newContainer().addDeployment(content(application));
    deployment.deploy();
    GracefulShutdownHandler door = new GracefulShutdownHandler(deployment.start());
    Undertow server = listening(address, tls, new Deadline(door, requestTime));
    server.start();
    return new WebServer(server, deployment, door);
  }

  private static DeploymentInfo content(Application application) {
    ResteasyDeployment resources = new ResteasyDeploymentImpl();
    resources.setApplication(application);
    resources.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
    return Servlets.deployment()
        .setClassLoader(WebServer.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("clew-console")
        .addServletContainerInitializer(
            new ServletContainerInitializerInfo(TracingInitializer.class, Set.of()))
        .addServletContextAttribute(ResteasyDeployment.class.getName(), resources)
        .addServlet(
            Servlets.servlet("rest", HttpServlet30Dispatcher.class)
                .setAsyncSupported(true)
                .setLoadOnStartup(1)
                .addMapping("/*"));
  }

  private static Undertow listening(
      InetSocketAddress address, SSLContext tls, HttpHandler handler) {
    String host = address.getHostString();
    Undertow.Builder builder = Undertow.builder();
    return (tls == null
            ? builder.addHttpListener(address.getPort(), host)
            : builder.addHttpsListener(address.getPort(), host, tls))
        .setIoThreads(2)
        .setWorkerThreads(WORKERS)
        .setSocketOption(Options.WRITE_TIMEOUT, SILENCE_MILLIS)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, SILENCE_MILLIS)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 2 * SILENCE_MILLIS)
        .setHandler(handler)
        .build();
  }

  int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  /** Answers what is being asked, for some time, and nothing else. */
  void stop(Duration patience) throws ServletException {
    door.shutdown();
    try {
      door.awaitShutdown(patience.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    server.stop();
    deployment.stop();
    deployment.undeploy();
  }
}
