// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.api.config.Printable;
import dev.clew.console.store.StoreException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells whoever asks that there is no answer now, and the log why. */
@Provider
public class StoreFailureMapper implements ExceptionMapper<StoreException> {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  @Override
  public Response toResponse(StoreException failed) {
    LOGGER.log(
        Level.WARNING,
        "CLEW-0830: a question could not be answered: "
            + Printable.of(String.valueOf(failed.getCause()), 200),
        failed);
    return Json.error(503, failed.getMessage());
  }
}
