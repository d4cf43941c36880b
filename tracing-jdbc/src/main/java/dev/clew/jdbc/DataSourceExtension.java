// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.ContainerResources;
import dev.clew.instrument.runtime.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessProducer;

/**
 * Puts tracing around the container's DataSources, without touching the application: in fields and
 * setters with {@code @Resource}, and where a producer gives one to other beans. Found by the
 * container; nothing for applications to call.
 */
public class DataSourceExtension implements Extension {

  private final ContainerResources sources = new ContainerResources(new DataSources());

  /** Made by the container. */
  public DataSourceExtension() {}

  <T> void injectTraced(@Observes ProcessInjectionTarget<T> event) {
    sources.injected(event);
  }

  <T, X> void produceTraced(@Observes ProcessProducer<T, X> event) {
    sources.produced(event);
  }

  /** What is wrong with the configuration is to be known before the first statement. */
  void readOptions(@Observes @Initialized(ApplicationScoped.class) Object event) {
    Guard.run(
        "read the options of SQL",
        () -> JdbcOptions.all().forEach(Tracing.current().settings()::get));
  }

  void stop(@Observes BeforeShutdown event) {
    Guard.run("take back the driver", DataSourceExtension::takeBackDriver);
  }

  /** Where this library is not the application's alone, the driver stays. */
  private static void takeBackDriver() {
    ClassLoader ours = DataSourceExtension.class.getClassLoader();
    if (ours == Tracing.applicationLoader() && ours != ClassLoader.getSystemClassLoader()) {
      TracingDriver.deregister();
    }
  }
}
