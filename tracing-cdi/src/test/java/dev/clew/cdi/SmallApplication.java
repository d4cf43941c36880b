// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;

/** Starts a container with one traced bean, calls it, and stops the container. */
public final class SmallApplication implements Callable<String> {

  /** Called by reflection, on a class loader of its own. */
  public SmallApplication() {}

  @Override
  public String call() {
    String running;
    try (SeContainer container = container()) {
      running = container.select(Greeter.class).get().greet();
    }
    return running + ", then " + (isTracingGone() ? "nothing" : "still something");
  }

  private static SeContainer container() {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(Greeter.class)
        .addExtensions(new ClewExtension())
        .addProperty("org.jboss.weld.se.shutdownHook", false)
        .initialize();
  }

  private static boolean isTracingGone() {
    return Tracing.current().openTelemetry() == OpenTelemetry.noop()
        && GlobalOpenTelemetry.get().getTracerProvider()
            == OpenTelemetry.noop().getTracerProvider();
  }

  @ApplicationScoped
  static class Greeter {
    @Inject OpenTelemetry openTelemetry;

    @Traced(operationName = "greet")
    String greet() {
      boolean global =
          GlobalOpenTelemetry.get().getTracerProvider() == openTelemetry.getTracerProvider();
      return (Span.current().isRecording() ? "recorded" : "not recorded")
          + (global ? " globally" : "");
    }
  }
}
