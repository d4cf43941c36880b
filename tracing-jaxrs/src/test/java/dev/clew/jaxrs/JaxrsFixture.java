// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import dev.clew.jaxrs.app.Asking;
import dev.clew.testkit.TracingExtension;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with an implementation of JAX-RS, and who asks it. */
abstract class JaxrsFixture {

  private static final List<Logger> IMPLEMENTATIONS =
      List.of(Logger.getLogger("org.glassfish"), Logger.getLogger("org.jboss.resteasy"));

  @RegisterExtension protected final TracingExtension tracing = TracingExtension.create();

  private URI base;

  /** Makes the implementation that is tested the one that the API uses. */
  protected abstract RuntimeDelegate implementation();

  /** Starts a server with the application, below {@code /app}. */
  protected abstract URI start() throws Exception;

  /** Stops it. */
  protected abstract void stop() throws Exception;

  @BeforeEach
  final void choose() {
    IMPLEMENTATIONS.forEach(logger -> logger.setLevel(Level.OFF));
    RuntimeDelegate.setInstance(implementation());
  }

  @AfterEach
  final void forget() throws Exception {
    if (base != null) {
      base = null;
      stop();
    }
    RuntimeDelegate.setInstance(null);
  }

  protected final String ask(String path) throws Exception {
    return Asking.get(base(), path).body();
  }

  final URI base() throws Exception {
    if (base == null) {
      base = start();
    }
    return base;
  }
}
