// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;

/** The route that a servlet's mapping stands for: as many different ones as there are mappings. */
final class MappedRoute {

  private MappedRoute() {}

  /**
   * The pattern of the servlet that the container has chosen, after the context path; {@code null}
   * for the one that takes what nobody else does.
   *
   * @param contextPath the application's own; the request's may be spelt as the client likes
   */
  static String of(String contextPath, HttpServletRequest request) {
    HttpServletMapping mapping = request.getHttpServletMapping();
    MappingMatch match = mapping == null ? null : mapping.getMappingMatch();
    if (match == null || match == MappingMatch.DEFAULT) {
      return null;
    }
    String pattern = mapping.getPattern();
    if (pattern == null || pattern.equals("/*")) {
      return null;
    }
    return pattern.startsWith("/") ? contextPath + pattern : contextPath + '/' + pattern;
  }
}
