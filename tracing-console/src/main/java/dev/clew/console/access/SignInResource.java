// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.access;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Gives the page's readers a cookie for the token. */
@Open
@Path("/sign-in")
@ApplicationScoped
@Traced(false)
public class SignInResource {

  @Inject Readers readers;

  /** Leads back to the page; the cookie is for this browser, until it is closed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(@FormParam("token") String token, @Context UriInfo uri) {
    String value = readers.cookieFor(token);
    if (value == null) {
      return SignInForm.refused();
    }
    String page = uri.getBaseUri().getPath();
    NewCookie cookie =
        new NewCookie.Builder(Readers.COOKIE)
            .value(value)
            .path(page)
            .httpOnly(true)
            .secure(uri.getBaseUri().getScheme().equals("https"))
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, page)
        .cookie(cookie)
        .build();
  }
}
