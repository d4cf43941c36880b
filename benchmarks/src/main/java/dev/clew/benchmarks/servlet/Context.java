// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;

/** What a filter is started with. */
public final class Context {

  private Context() {}

  /** A configuration of an application at the root, with nothing configured. */
  public static FilterConfig config() {
    ServletContext context = silent(ServletContext.class, null);
    return silent(FilterConfig.class, context);
  }

  /** Answers {@code null}, but for whoever asks for the context, or for its path. */
  static <T> T silent(Class<T> type, Object context) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServletContext" -> context;
                  case "getContextPath" -> "";
                  default -> null;
                });
    return type.cast(made);
  }
}
