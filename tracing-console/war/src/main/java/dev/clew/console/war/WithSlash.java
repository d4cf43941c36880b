// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.war;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads from {@code /clew} to {@code /clew/}: all that the page asks for, and the form to sign in,
 * is relative to where it is.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WithSlash extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String root = request.getContextPath();
    if (request.getRequestURI().equals(root)) {
      response.sendRedirect(root + "/");
    } else {
      chain.doFilter(request, response);
    }
  }
}
