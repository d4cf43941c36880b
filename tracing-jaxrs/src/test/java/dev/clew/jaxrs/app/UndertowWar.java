// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.jaxrs.servlet.TracingInitializer;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoggingExceptionHandler;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A web application in Undertow, with Clew as in {@code WEB-INF/lib}. */
public final class UndertowWar {

  private static final String CONTEXT_PATH = "/app";

  private final Undertow server;
  private final DeploymentManager deployment;

  private UndertowWar(Undertow server, DeploymentManager deployment) {
    this.server = server;
    this.deployment = deployment;
  }

  /** Deploys and starts. */
  public static UndertowWar start(Consumer<DeploymentInfo> content) throws ServletException {
    return startAlone(
        content.andThen(
            info ->
                info.addServletContainerInitializer(
                    new ServletContainerInitializerInfo(TracingInitializer.class, Set.of()))));
  }

  /** Deploys and starts, but leaves the servlet filter out. */
  public static UndertowWar startAlone(Consumer<DeploymentInfo> content) throws ServletException {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(Thread.currentThread().getContextClassLoader())
            .setContextPath(CONTEXT_PATH)
            .setDeploymentName("app")
            .setExceptionHandler(
                LoggingExceptionHandler.builder()
                    .add(Throwable.class, "io.undertow", Logger.Level.DEBUG)
                    .build());
    content.accept(info);
    DeploymentManager deployment = Servlets.newContainer().addDeployment(info);
    deployment.deploy();
    HttpHandler servlets = deployment.start();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setWorkerThreads(8)
            .setIoThreads(2)
            .setHandler(new PathHandler().addPrefixPath(CONTEXT_PATH, servlets))
            .build();
    server.start();
    return new UndertowWar(server, deployment);
  }

  /** Where it is. */
  public URI base() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + CONTEXT_PATH);
  }

  /** Undeploys and stops. */
  public void stop() throws ServletException {
    deployment.stop();
    deployment.undeploy();
    server.stop();
  }
}
