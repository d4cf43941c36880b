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
  private volatile Route last = new Route(null, null, null);

  Routes(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.direct = endpoint.template();
  }

  /**
   * A route.
   *
   * @param start what the request's path had before the part that is the application's; {@code
   *     null} where it did not end with that
   * @param full the template below the application's own path
   */
  record Route(String start, PathTemplate template, String full) {

    static Route of(String start, UriInfo uri, PathTemplate template) {
      String base = BasePath.canonical(uri.getBaseUri().getRawPath());
      String full = base + template.text();
      return new Route(start, template, full.isEmpty() ? "/" : full);
    }

    /** Its template, beginning with a slash. */
    String withinApplication() {
      return template.text().isEmpty() ? "/" : template.text();
    }
  }

  /**
   * The route that the request has taken; the same object where it is the same as last time. The
   * application's own path is asked for only then, as implementations parse it for each request.
   *
   * @param path the request's; {@code null} where not known
   */
  Route of(UriInfo uri, String path) {
    PathTemplate template = template(uri);
    String rest = uri.getPath(false);
    Route known = last;
    if (known.template != template || !isMadeOf(path, known.start, rest)) {
      known = Route.of(start(path, rest), uri, template);
      last = known;
    }
    return known;
  }

  private static String start(String path, String rest) {
    return path != null && path.endsWith(rest)
        ? path.substring(0, path.length() - rest.length())
        : null;
  }

  private static boolean isMadeOf(String path, String start, String rest) {
    return path != null
        && start != null
        && path.length() == start.length() + rest.length()
        && path.startsWith(start)
        && path.endsWith(rest);
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
