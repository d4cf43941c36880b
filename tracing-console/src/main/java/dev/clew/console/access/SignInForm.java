// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A form in a page of its own, without scripts. */
final class SignInForm {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Clew: sign in</title>
      <link rel="icon" href="icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="style.css">
      </head>
      <body>
      <main class="sign-in">
      <h1>Clew</h1>
      <form method="post" action="sign-in">
      %s
      <input name="user" value="readers" autocomplete="username" hidden>
      <label>The readers' token <input name="token" type="password" autocomplete="current-password" required autofocus></label>
      <button>Sign in</button>
      </form>
      </main>
      </body>
      </html>
      """;

  private SignInForm() {}

  static Response asked() {
    return answer("");
  }

  static Response refused() {
    return answer("<p class=\"badge error\" role=\"alert\">That is not the token.</p>");
  }

  private static Response answer(String word) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .entity(PAGE.formatted(word))
        .build();
  }
}
