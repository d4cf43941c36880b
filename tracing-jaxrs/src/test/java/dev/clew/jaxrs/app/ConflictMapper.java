// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Maps an exception of the application. */
public class ConflictMapper implements ExceptionMapper<ConflictMapper.Conflict> {

  /** Mapped to 409. */
  public static final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  @Override
  public Response toResponse(Conflict conflict) {
    return Response.status(Response.Status.CONFLICT).build();
  }
}
