// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.jaxrs.servlet.TracingInitializer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A web application in Tomcat, with Clew as in {@code WEB-INF/lib}. */
public final class TomcatWar {

  private static final String CONTEXT_PATH = "/app";

  /** What fails on purpose need not be read in the log. */
  private static final Logger LOGGER = Logger.getLogger("org.apache.catalina.core");

  private final Tomcat tomcat;

  private TomcatWar(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /** Deploys and starts. */
  public static TomcatWar start(Consumer<Context> content) throws IOException, LifecycleException {
    LOGGER.setLevel(Level.OFF);
    Path directory = Files.createDirectories(Path.of("target", "tomcat").toAbsolutePath());
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext(CONTEXT_PATH, directory.toString());
    context.setLoader(new TestClassLoader());
    context.addServletContainerInitializer(new TracingInitializer(), Set.of());
    content.accept(context);
    tomcat.start();
    return new TomcatWar(tomcat);
  }

  /** Where it is. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + CONTEXT_PATH);
  }

  /** Undeploys and stops. */
  public void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
