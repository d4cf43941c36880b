// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.jaxrs.internal.PathTemplate;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The templates that lead from a root resource through locators to a sub-resource. */
final class Locators {

  /** Of a resource with very many locators of the same type the rest is not told apart. */
  private static final int MAX_TEMPLATES = 64;

  private Locators() {}

  /**
   * All templates by which one may come from class to class to a method.
   *
   * @param classes the root resource first; proxies are seen through
   * @param methodPath the last one's method's own; may be {@code null}
   */
  static List<PathTemplate> templates(List<Class<?>> classes, String methodPath) {
    List<String> ways = List.of(orEmpty(Annotations.path(classes.get(0))));
    for (int i = 0; i + 1 < classes.size(); i++) {
      ways = longer(ways, paths(classes.get(i), classes.get(i + 1)));
    }
    List<PathTemplate> templates = new ArrayList<>();
    for (String way : ways) {
      templates.add(PathTemplate.of(way, methodPath));
    }
    return templates;
  }

  private static List<String> longer(List<String> ways, Set<String> steps) {
    List<String> longer = new ArrayList<>();
    for (String way : ways) {
      for (String step : steps) {
        if (longer.size() < MAX_TEMPLATES) {
          longer.add(way + '/' + step);
        }
      }
    }
    return longer.isEmpty() ? ways : longer;
  }

  /** Of the locators that can give the next class; of all, where their types do not tell. */
  private static Set<String> paths(Class<?> from, Class<?> next) {
    Set<String> fitting = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Method method : from.getMethods()) {
      String path = Annotations.path(from, method);
      if (path != null && Annotations.httpMethod(from, method) == null) {
        all.add(path);
        if (gives(method.getReturnType(), next)) {
          fitting.add(path);
        }
      }
    }
    return fitting.isEmpty() ? all : fitting;
  }

  private static boolean gives(Class<?> returned, Class<?> next) {
    return returned == Class.class || returned.isAssignableFrom(next);
  }

  private static String orEmpty(String path) {
    return path == null ? "" : path;
  }
}
