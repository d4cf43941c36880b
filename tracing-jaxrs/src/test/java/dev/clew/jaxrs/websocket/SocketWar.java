// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.jaxrs.app.UndertowWar;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.InstanceFactory;
import io.undertow.servlet.util.ConstructorInstanceFactory;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URI;

/** WebSocket endpoints in Undertow, whose instances CDI makes, as in a server. */
final class SocketWar implements AutoCloseable {

  private final SeContainer beans;
  private final UndertowWar war;

  private SocketWar(SeContainer beans, UndertowWar war) {
    this.beans = beans;
    this.war = war;
  }

  static SocketWar start(Class<?>... endpoints) throws Exception {
    SeContainer beans =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(endpoints)
            .addExtensions(new WebSocketExtension())
            .addProperty("org.jboss.weld.se.shutdownHook", false)
            .initialize();
    return new SocketWar(beans, UndertowWar.start(info -> deploy(info, beans, endpoints)));
  }

  private static void deploy(DeploymentInfo info, SeContainer beans, Class<?>... endpoints) {
    WebSocketDeploymentInfo sockets =
        new WebSocketDeploymentInfo()
            .setBuffers(new DefaultByteBufferPool(false, 1 << 14))
            .setDispatchToWorkerThread(true);
    for (Class<?> endpoint : endpoints) {
      sockets.addEndpoint(endpoint);
    }
    info.addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, sockets);
    info.setClassIntrospecter(
        new io.undertow.servlet.api.ClassIntrospecter() {
          @Override
          public <T> InstanceFactory<T> createInstanceFactory(Class<T> type)
              throws NoSuchMethodException {
            Instance<T> bean = beans.select(type);
            return bean.isUnsatisfied()
                ? new ConstructorInstanceFactory<>(type.getDeclaredConstructor())
                : () -> new ImmediateInstanceHandle<>(bean.get());
          }
        });
  }

  URI uri(String path) {
    return URI.create(war.base() + path);
  }

  @Override
  public void close() throws jakarta.servlet.ServletException {
    war.stop();
    beans.close();
  }
}
