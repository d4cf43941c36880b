// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Settings;
import dev.clew.cdi.ClewExtension;
import dev.clew.console.access.Readers;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.ingest.Door;
import dev.clew.console.ingest.Intake;
import dev.clew.console.own.OwnTraces;
import dev.clew.console.query.TraceQueries;
import dev.clew.console.tail.Tail;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jboss.resteasy.cdi.ResteasyCdiExtension;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * A collector that runs in this process, on an embedded server: its beans first, then its port; the
 * other way round at the end, so that nobody is answered by what is not there.
 */
public final class Console implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WeldContainer beans;
  private final WebServer server;
  private final URI uri;

  private Console(WeldContainer beans, WebServer server, URI uri) {
    this.beans = beans;
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts one; it takes requests when this returns.
   *
   * @throws RuntimeException where the directory or the key store cannot be used, or the port is
   *     taken
   */
  public static Console start(Settings settings) throws ServletException {
    SSLContext tls = Tls.of(settings);
    Rest rest = new Rest();
    WeldContainer beans =
        new Weld()
            .disableDiscovery()
            .addExtension(new Given(settings))
            .addExtension(new ResteasyCdiExtension())
            .addExtension(new ClewExtension())
            .addBeanClasses(rest.getClasses().toArray(Class<?>[]::new))
            .addBeanClasses(
                Intake.class,
                Door.class,
                Readers.class,
                OwnTraces.class,
                Tail.class,
                TraceQueries.class,
                Stores.bean(settings))
            // The process has a hook of its own, which stops the server first.
            .skipShutdownHook()
            .initialize();
    String host = settings.get(ConsoleOptions.HOST);
    try {
      // Longer than its reader waits: most senders get to know why.
      Duration requestTime = settings.get(ConsoleOptions.REQUEST_TIMEOUT).plusSeconds(1);
      InetSocketAddress address =
          InetSocketAddress.createUnresolved(host, settings.get(ConsoleOptions.PORT));
      WebServer server = WebServer.start(address, tls, requestTime, rest);
      String scheme = tls == null ? "http://" : "https://";
      return new Console(beans, server, URI.create(scheme + host + ":" + server.port()));
    } catch (ServletException | RuntimeException failed) {
      beans.close();
      throw failed;
    }
  }

  /** Where it can be reached. */
  public URI uri() {
    return uri;
  }

  /** Stops: what was accepted is stored, or waits in the log for the next process. */
  @Override
  public void close() throws ServletException {
    try {
      // Those who listen would otherwise be waited for.
      beans.select(Tail.class).get().end();
      server.stop(PATIENCE);
    } finally {
      beans.close();
    }
  }
}
