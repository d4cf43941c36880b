// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells whoever asks what is wrong with a question. */
@Provider
public class MalformedQuestionMapper implements ExceptionMapper<MalformedQuestionException> {

  @Override
  public Response toResponse(MalformedQuestionException malformed) {
    return Json.error(400, malformed.getMessage());
  }
}
