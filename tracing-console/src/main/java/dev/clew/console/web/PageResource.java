// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import dev.clew.api.Traced;
import dev.clew.console.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * The page: files from this library, and those of libraries that it uses. Nothing of it comes from
 * anywhere else, which the browser is told to see to.
 */
@Path("/")
@ApplicationScoped
@Traced(false)
public class PageResource {

  /** No script, style or request but the page's own; nobody may frame it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
          + " blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final PageFiles files = new PageFiles();

  @GET
  public Response index(@Context Request request) throws IOException {
    return file("index.html", request);
  }

  /** What the form to sign in looks like. */
  @GET
  @Open
  @Path("style.css")
  public Response style(@Context Request request) throws IOException {
    return file("style.css", request);
  }

  @GET
  @Open
  @Path("icon.svg")
  public Response icon(@Context Request request) throws IOException {
    return file("icon.svg", request);
  }

  /** Names have no dots but one, so that none leads out of the page's folder. */
  @GET
  @Path("{name: (?:[a-zA-Z]+/)?[a-zA-Z-]+\\.(?:js|css|svg|html)}")
  public Response file(@PathParam("name") String name, @Context Request request)
      throws IOException {
    PageFile file = files.find(name);
    if (file == null) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(file.tag());
    Response.ResponseBuilder answer =
        unchanged != null ? unchanged : Response.ok(file.content(), file.type());
    return answer
        .tag(file.tag())
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
