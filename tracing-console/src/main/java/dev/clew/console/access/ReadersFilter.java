// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Lets readers in; asks others for the token, browsers by a form. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ReadersFilter implements ContainerRequestFilter {

  @Inject Readers readers;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(Readers.COOKIE);
    if (!isOpen()
        && !readers.include(
            request.getHeaderString(HttpHeaders.AUTHORIZATION),
            cookie == null ? null : cookie.getValue())) {
      request.abortWith(isBrowser(request) ? SignInForm.asked() : refused());
    }
  }

  private boolean isOpen() {
    return resource.getResourceMethod().isAnnotationPresent(Open.class)
        || resource.getResourceClass().isAnnotationPresent(Open.class);
  }

  private static boolean isBrowser(ContainerRequestContext request) {
    return request.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.getSubtype().equals(MediaType.TEXT_HTML_TYPE.getSubtype()));
  }

  private static Response refused() {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .type(MediaType.APPLICATION_JSON)
        .entity(
            "{\"error\":\"Reading asks for a token: open the page anew to sign in, or send"
                + " Authorization: Bearer with it.\"}")
        .build();
  }
}
