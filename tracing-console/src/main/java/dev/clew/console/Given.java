// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Settings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;

/** What a collector is started with, as beans. */
public class Given implements Extension {

  private final Settings settings;
  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** The settings that all of the collector reads. */
  public Given(Settings settings) {
    this.settings = settings;
  }

  /** A server finds the beans of all stores. */
  <T> void choose(
      @Observes @WithAnnotations(ApplicationScoped.class) ProcessAnnotatedType<T> event) {
    if (Stores.leaveOut(event.getAnnotatedType().getJavaClass(), settings)) {
      event.veto();
    }
  }

  void add(@Observes AfterBeanDiscovery beans) {
    beans
        .<Settings>addBean()
        .types(Settings.class)
        .scope(Singleton.class)
        .createWith(context -> settings);
    beans
        .<PrometheusRegistry>addBean()
        .types(PrometheusRegistry.class)
        .scope(Singleton.class)
        .createWith(context -> registry);
  }
}
