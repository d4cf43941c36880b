// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Registers the filter in front of all others and for every kind of dispatch. Found by the
 * container (Jakarta Servlet 6.0, section 8.2.4); does nothing where the application has registered
 * the filter itself.
 */
public final class TracingInitializer implements ServletContainerInitializer {

  /** The filter's name. */
  static final String FILTER_NAME = "clew-tracing";

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    try {
      register(context);
    } catch (Throwable failure) {
      Guard.failed("register the servlet filter", failure);
    }
  }

  private static void register(ServletContext context) {
    FilterRegistration.Dynamic filter =
        isPresent(context) ? null : context.addFilter(FILTER_NAME, TracingFilter.class);
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
    context.addListener(TracingLifecycle.class);
  }

  private static boolean isPresent(ServletContext context) {
    for (FilterRegistration filter : context.getFilterRegistrations().values()) {
      if (TracingFilter.class.getName().equals(filter.getClassName())) {
        return true;
      }
    }
    return false;
  }
}
