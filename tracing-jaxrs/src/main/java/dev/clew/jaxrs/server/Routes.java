// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.jaxrs.internal.PathTemplate;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes by which one endpoint is reached: one as a rule, more where locators lead to it on
 * several ways. JAX-RS 3.1 tells the matched path but not its template, so that is put together
 * from the annotations. Thread-safe.
 */
final class Routes {

  /** Ways are as many as the code has; the limit only guards against classes made on the fly. */
  private static final int MAX_WAYS = 100;

  private final Endpoint endpoint;
  private final PathTemplate direct;
  private final Map<List<Class<?>>, List<PathTemplate>> ways = new ConcurrentHashMap<>();

  /** {@code null} before the first one. */
  private volatile Route last;

  Routes(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.direct = endpoint.template();
  }

  /** A route. */
  static final class Route {

    private final String start;
    private final PathTemplate template;
    private final String full;

    /**
     * @param start what the request's path had before the part that is the application's; {@code
     *     null} where it did not end with that
     */
    private Route(String start, UriInfo uri, PathTemplate template) {
      String whole = BasePath.canonical(uri.getBaseUri().getRawPath()) + template.text();
      this.start = start;
      this.template = template;
      this.full = whole.isEmpty() ? "/" : whole;
    }

    /** Its template below the application's own path. */
    String full() {
      return full;
    }

    /** Its template, beginning with a slash. */
    String withinApplication() {
      return template.text().isEmpty() ? "/" : template.text();
    }
  }

  /**
   * The route that the request has taken; the same object where it is the same as last time. The
   * application's own path is asked for only when it is not, as implementations parse it for each
   * request.
   *
   * @param path the request's; {@code null} where not known
   */
  Route of(UriInfo uri, String path) {
    PathTemplate template = template(uri);
    String rest = uri.getPath(false);
    if (path == null || !path.endsWith(rest)) {
      return new Route(null, uri, template);
    }
    int start = path.length() - rest.length();
    Route known = last;
    if (known == null
        || known.template != template
        || known.start.length() != start
        || !path.startsWith(known.start)) {
      known = new Route(path.substring(0, start), uri, template);
      last = known;
    }
    return known;
  }

  private PathTemplate template(UriInfo uri) {
    List<Object> matched = uri.getMatchedResources();
    if (matched.size() < 2) {
      return direct;
    }
    List<PathTemplate> candidates = candidates(classes(matched));
    if (candidates.size() > 1) {
      String path = uri.getPath(false);
      for (PathTemplate candidate : candidates) {
        if (candidate.matches(path)) {
          return candidate;
        }
      }
    }
    return candidates.isEmpty() ? direct : candidates.get(0);
  }

  private List<PathTemplate> candidates(List<Class<?>> classes) {
    List<PathTemplate> known = ways.get(classes);
    if (known == null) {
      known = Locators.templates(classes, endpoint.methodPath());
      if (ways.size() < MAX_WAYS) {
        ways.put(classes, known);
      }
    }
    return known;
  }

  /** The root resource first. */
  private static List<Class<?>> classes(List<Object> matched) {
    List<Class<?>> classes = new ArrayList<>(matched.size());
    for (int i = matched.size() - 1; i >= 0; i--) {
      Object resource = matched.get(i);
      classes.add(resource instanceof Class<?> type ? type : resource.getClass());
    }
    return classes;
  }
}
