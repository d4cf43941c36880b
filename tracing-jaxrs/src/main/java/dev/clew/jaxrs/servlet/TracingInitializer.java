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
    Guard.run("register the servlet filter", () -> register(context));
  }

  private static void register(ServletContext context) {
    boolean present =
        context.getFilterRegistrations().values().stream()
            .anyMatch(filter -> TracingFilter.class.getName().equals(filter.getClassName()));
    FilterRegistration.Dynamic filter =
        present ? null : context.addFilter(FILTER_NAME, TracingFilter.class);
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
    context.addListener(TracingLifecycle.class);
  }
}
