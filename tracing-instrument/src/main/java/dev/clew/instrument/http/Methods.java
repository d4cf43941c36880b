// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that are known, and the span names made of them. Thread-safe. */
final class Methods {

  private final Map<String, Known> known = new HashMap<>();
  private final Known other = new Known("_OTHER", "HTTP");

  Methods(List<String> names) {
    for (String name : names) {
      known.put(name, new Known(name, name));
    }
  }

  /** Methods are case-sensitive (RFC 9110, section 9.1): {@code get} is not known. */
  Known of(String method) {
    Known found = method == null ? null : known.get(method);
    return found != null ? found : other;
  }

  /** A method as spans have it. */
  static final class Known {

    /** Routes come from code, not from requests; the limit is for adapters that get this wrong. */
    private static final int MAX_ROUTES = 1000;

    private final String value;
    private final String name;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    private Known(String value, String name) {
      this.value = value;
      this.name = name;
    }

    /** The value of {@code http.request.method}. */
    String value() {
      return value;
    }

    /** Whether {@code http.request.method_original} is needed. */
    boolean isOther() {
      return !value.equals(name);
    }

    /** The name of a span of which no more is known than the method. */
    String spanName() {
      return name;
    }

    /** The name of a span of this method and a route or template. */
    String spanName(String route) {
      String cached = names.get(route);
      if (cached != null) {
        return cached;
      }
      String made = name + ' ' + route;
      if (names.size() < MAX_ROUTES) {
        names.put(route, made);
      }
      return made;
    }
  }
}
