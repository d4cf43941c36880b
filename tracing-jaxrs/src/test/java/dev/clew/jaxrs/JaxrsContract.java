// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import dev.clew.testkit.HttpServerContract;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract for JAX-RS, of whose implementations several are on the class path. */
public abstract class JaxrsContract extends HttpServerContract {

  /** What fails on purpose need not be read in the log. */
  private static final List<Logger> IMPLEMENTATIONS =
      List.of(Logger.getLogger("org.glassfish"), Logger.getLogger("org.jboss.resteasy"));

  /** Makes the implementation that is tested the one that the API uses. */
  protected abstract RuntimeDelegate implementation();

  /** What all implementations can do, and what JAX-RS does not have. */
  protected static Capabilities<HttpServerCapability> ofEvery() {
    return Capabilities.of(HttpServerCapability.class)
        .has(
            HttpServerCapability.ROUTES,
            HttpServerCapability.NESTED_ROUTES,
            HttpServerCapability.MAPPED_EXCEPTION,
            HttpServerCapability.CLIENT_ABORT,
            HttpServerCapability.NOT_FOUND,
            HttpServerCapability.UNKNOWN_METHOD)
        .lacks(HttpServerCapability.ERROR_PAGE, "JAX-RS has none")
        .lacks(HttpServerCapability.FORWARD, "JAX-RS cannot")
        .lacks(HttpServerCapability.INCLUDE, "JAX-RS cannot");
  }

  @BeforeEach
  final void choose() {
    IMPLEMENTATIONS.forEach(logger -> logger.setLevel(Level.OFF));
    RuntimeDelegate.setInstance(implementation());
  }

  @AfterEach
  final void forget() {
    RuntimeDelegate.setInstance(null);
  }
}
