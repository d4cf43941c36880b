// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.testkit.ServerEndpoints;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What answers at once. */
@Path("/")
public class ContractResource {

  @GET
  @Path(ServerEndpoints.HELLO)
  public String hello() {
    return ServerEndpoints.HELLO_TEXT;
  }

  @GET
  @Path("items/{id: [^/]+}/")
  public String item(@PathParam("id") String id) {
    return ServerEndpoints.item(id);
  }

  @GET
  @Path(ServerEndpoints.BAGGAGE)
  public String baggage() {
    return ServerEndpoints.baggage();
  }

  @GET
  @Path(ServerEndpoints.BAD)
  public Response bad() {
    return Response.status(400).build();
  }

  @GET
  @Path(ServerEndpoints.UNAVAILABLE)
  public Response unavailable() {
    return Response.status(503).build();
  }

  @GET
  @Path(ServerEndpoints.REDIRECT)
  public Response redirect() {
    return Response.status(302).header("Location", "hello").build();
  }

  @GET
  @Path(ServerEndpoints.HEADER)
  public Response header() {
    return Response.ok("answer").header("X-Answer", "42").build();
  }

  @GET
  @Path(ServerEndpoints.EXCEPTION)
  public String exception() {
    throw new ServerEndpoints.PlannedFailure();
  }

  @GET
  @Path(ServerEndpoints.MAPPED)
  public String mapped() {
    throw new ConflictMapper.Conflict();
  }

  @GET
  @Path(ServerEndpoints.STREAM)
  public StreamingOutput stream() {
    return out -> {
      byte[] block = new byte[1 << 16];
      for (int written = 0; written < ServerEndpoints.STREAM_BYTES; written += block.length) {
        out.write(block);
      }
    };
  }
}
