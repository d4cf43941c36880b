// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Candidate;
import java.util.Map;

/**
 * What a rule demands of a trace that starts. Immutable.
 *
 * @param attributes of the span that starts it, each by its pattern
 */
record Conditions(
    Wildcard service,
    Wildcard type,
    Wildcard arn,
    Wildcard method,
    Wildcard path,
    Wildcard host,
    Map<String, Wildcard> attributes) {

  private static final String[] METHODS = {"http.request.method", "http.method"};
  private static final String[] PATHS = {"url.path", "http.target"};
  private static final String[] URLS = {"url.full", "http.url"};
  private static final String[] HOSTS = {"server.address", "http.host", "net.host.name"};

  /** What a rule of the X-Ray SDK's local format demands. */
  static Conditions ofRequest(Wildcard method, Wildcard path, Wildcard host) {
    return new Conditions(Wildcard.ANY, Wildcard.ANY, Wildcard.ANY, method, path, host, Map.of());
  }

  boolean match(Candidate candidate, Service own) {
    return service.matches(own.name())
        && type.matches(own.type())
        && arn.matches(own.arn())
        && (method.isAny() || method.matches(first(candidate, METHODS)))
        && (path.isAny() || path.matches(path(candidate)))
        && (host.isAny() || host.matches(first(candidate, HOSTS)))
        && matchAttributes(candidate);
  }

  private boolean matchAttributes(Candidate candidate) {
    for (Map.Entry<String, Wildcard> entry : attributes.entrySet()) {
      Object value = candidate.attribute(entry.getKey());
      if (value == null || !entry.getValue().matches(value.toString())) {
        return false;
      }
    }
    return true;
  }

  /** {@code null} where none of them is set. */
  private static String first(Candidate candidate, String[] keys) {
    for (String key : keys) {
      Object value = candidate.attribute(key);
      if (value != null) {
        return value.toString();
      }
    }
    return null;
  }

  /** Of the request, else of the address that is called; without a query. */
  private static String path(Candidate candidate) {
    String path = first(candidate, PATHS);
    if (path == null) {
      path = pathOf(first(candidate, URLS));
    }
    int query = path == null ? -1 : path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static String pathOf(String url) {
    int authority = url == null ? -1 : url.indexOf("://");
    if (authority < 0) {
      return null;
    }
    int slash = url.indexOf('/', authority + 3);
    return slash < 0 ? "/" : url.substring(slash);
  }
}
