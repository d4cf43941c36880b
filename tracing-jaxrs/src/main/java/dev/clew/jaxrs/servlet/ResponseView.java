// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.http.HttpServerResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** A servlet response as the handler wants it. */
final class ResponseView implements HttpServerResponse {

  private final HttpServletResponse response;
  private final Throwable thrown;

  /**
   * @param thrown what the application has thrown; {@code null} for nothing
   */
  ResponseView(HttpServletResponse response, Throwable thrown) {
    this.response = response;
    this.thrown = thrown;
  }

  /**
   * What the client gets. The container answers to an exception only after the filter, so until
   * then the response still says 200.
   */
  @Override
  public int status() {
    return thrown == null || response.isCommitted() ? response.getStatus() : statusOf(thrown);
  }

  @Override
  public List<String> headers(String name) {
    return List.copyOf(response.getHeaders(name));
  }

  /** Jakarta Servlet 6.0, section 2.3.3.2: what a container answers to an exception. */
  private static int statusOf(Throwable thrown) {
    if (thrown instanceof UnavailableException unavailable) {
      return unavailable.isPermanent()
          ? HttpServletResponse.SC_NOT_FOUND
          : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  /** What went wrong, without what the servlet API makes applications wrap it in. */
  static Throwable unwrapped(Throwable thrown) {
    return thrown.getClass() == ServletException.class && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
