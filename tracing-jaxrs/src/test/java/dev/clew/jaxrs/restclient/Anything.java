// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.util.concurrent.CompletionStage;

/** Asks for the base address itself. */
public interface Anything extends Closeable {

  @GET
  Response get();

  @DELETE
  Response delete();

  @GET
  CompletionStage<Response> getLater();
}
