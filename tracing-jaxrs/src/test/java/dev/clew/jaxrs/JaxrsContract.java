// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

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
